package org.redirlint.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Related;
import org.redirlint.source.Origin;

/**
 * What a rule found, before the ruleset puts it into words.
 *
 * @param origin where
 * @param values what the message's placeholders stand for, by name
 * @param related further places that explain it
 * @param assumptions what the configuration does not tell and has to hold for this to be so
 */
public record Finding(
    Origin origin, Map<String, String> values, List<Related> related, List<String> assumptions) {

  public Finding {
    values = Map.copyOf(values);
    related = List.copyOf(related);
    assumptions = List.copyOf(assumptions);
  }

  /** Returns a finding at a place. */
  public static Finding at(Origin origin) {
    return new Finding(origin, Map.of(), List.of(), List.of());
  }

  /** Returns the finding that hands on a problem, its sentence as {@code {problem}}. */
  public static Finding of(Problem problem) {
    return new Finding(
        problem.origin(), Map.of("problem", problem.message()), problem.related(), List.of());
  }

  /** Returns this finding with a value for the message's placeholder of that name. */
  public Finding with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new Finding(origin, more, related, assumptions);
  }

  /** Returns this finding with a further place that explains it. */
  public Finding related(Origin place, String message) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, message));
    return new Finding(origin, values, more, assumptions);
  }

  /** Returns this finding with something that has to hold for it. */
  public Finding assuming(String assumption) {
    List<String> more = new ArrayList<>(assumptions);
    more.add(assumption);
    return new Finding(origin, values, related, more);
  }
}
