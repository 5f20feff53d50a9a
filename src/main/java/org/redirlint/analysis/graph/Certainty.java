package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteCond.FileTest;
import org.redirlint.model.httpd.RewriteCond.RegexPattern;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/** For which requests conditions hold for certain. */
record Certainty(Conditions conditions) {

  private static final Variable REQUEST_URI = new Variable("REQUEST_URI");

  /**
   * Returns the paths of some requests for which they hold whatever is not known.
   *
   * @param later further conditions that hold as well, of what is asked here
   */
  Language of(Arrival arrival, Conditions later, Suppositions suppositions) {
    Language paths = arrival.place().paths();
    for (List<RewriteCond> group : conditions.groups()) {
      Language holding = Language.NONE;
      for (RewriteCond condition : group) {
        holding =
            holding.union(
                requires(later, condition)
                    ? Language.ALL
                    : pathsOf(condition, arrival, suppositions));
      }
      paths = paths.intersect(holding);
      if (paths.isEmpty()) {
        return paths;
      }
    }
    return paths;
  }

  /** Tells whether conditions only hold where a condition does that asks the same. */
  private static boolean requires(Conditions later, RewriteCond condition) {
    return later.groups().stream()
        .filter(group -> group.size() == 1)
        .map(group -> group.get(0))
        .anyMatch(
            own ->
                own.negated() == condition.negated()
                    && own.test().equals(condition.test())
                    && isOfRequest(own.test())
                    && isSame(own.pattern(), condition.pattern()));
  }

  /** Tells whether a text depends on nothing that rules change but for the path. */
  private static boolean isOfRequest(Template test) {
    return test.parts().stream()
        .allMatch(
            part ->
                part instanceof Literal
                    || (part instanceof Variable variable && !variable.name().startsWith("ENV:")));
  }

  private static boolean isSame(RewriteCond.CondPattern one, RewriteCond.CondPattern other) {
    if (one instanceof RegexPattern regex && other instanceof RegexPattern same) {
      return isSame(regex.regex(), same.regex());
    }
    return one instanceof FileTest && one.equals(other);
  }

  private static boolean isSame(Regex one, Regex other) {
    return one.pattern().equals(other.pattern()) && one.ignoreCase() == other.ignoreCase();
  }

  private Language pathsOf(RewriteCond condition, Arrival arrival, Suppositions suppositions) {
    if (condition.pattern() instanceof FileTest test) {
      return isThere(test, condition, arrival, suppositions) ? Language.ALL : Language.NONE;
    }
    if (condition.test().parts().equals(List.of(REQUEST_URI)) && arrival.asksByUrl()) {
      return DecodedPaths.ALL.minus(Conditions.failing(condition, DecodedPaths.ALL));
    }
    Optional<Language> value = conditions.value(condition.test(), arrival);
    if (value.isEmpty() || !Conditions.failing(condition, value.get()).isEmpty()) {
      return Language.NONE;
    }
    Conditions.suppose(condition.test(), suppositions);
    return Language.ALL;
  }

  private boolean isThere(
      FileTest test, RewriteCond condition, Arrival arrival, Suppositions suppositions) {
    if (!conditions.asksFile(condition.test())) {
      return false;
    }
    Optional<String> named = arrival.place().named();
    boolean full = test.kind() == 's' && named.isPresent();
    Optional<Boolean> there = full ? Optional.of(true) : Conditions.isThere(test, arrival);
    boolean holds = there.isPresent() && there.get() != condition.negated();
    if (holds) {
      named.ifPresent(full ? suppositions::addFullFile : suppositions::addFile);
    }
    return holds;
  }
}
