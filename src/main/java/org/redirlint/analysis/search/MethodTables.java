package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.redirlint.analysis.search.Run.Leg;
import org.redirlint.analysis.search.Source.Captured;
import org.redirlint.analysis.search.Source.Changed;
import org.redirlint.analysis.search.Source.Joined;
import org.redirlint.analysis.search.Source.Part;
import org.redirlint.semantics.Hop;

/** Gathers the requests whose answers to all methods are worth a look. */
final class MethodTables {

  /** Each costs a request for each method. */
  private static final int MOST = 500;

  private final Map<Object, Trial> worthwhile = new LinkedHashMap<>();

  /** Looks at the requests of a run: what is redirected, or was asked for its method, counts. */
  void note(Run run) {
    for (Leg leg : run.legs()) {
      if (leg.trial().files().isEmpty()
          && worthwhile.size() < MOST
          && (leg.hop().isRedirect() || asksForTheMethod(leg))) {
        worthwhile.merge(leg.behaviour(), leg.trial(), MethodTables::better);
      }
    }
  }

  /** A page tells more than the front page: that may be sent elsewhere for reasons of its own. */
  private static Trial better(Trial known, Trial other) {
    return known.url().target().equals("/") ? other : known;
  }

  /** Returns the tables in which every answer is known. */
  List<MethodTable> tables(Function<Trial, Hop> ask) {
    List<MethodTable> tables = new ArrayList<>();
    for (Trial trial : worthwhile.values()) {
      MethodTable table =
          new MethodTable(
              trial.url(),
              MethodTable.METHODS.stream().map(method -> ask.apply(trial.by(method))).toList());
      if (table.isKnown()) {
        tables.add(table);
      }
    }
    return tables;
  }

  private static boolean asksForTheMethod(Leg leg) {
    return leg.observation().questions().stream()
        .anyMatch(question -> isOfTheMethod(question.subject().source()));
  }

  private static boolean isOfTheMethod(Source source) {
    if (source instanceof Part part) {
      return part.name().equals(Trial.METHOD);
    }
    if (source instanceof Joined joined) {
      return joined.parts().stream().anyMatch(part -> isOfTheMethod(part.source()));
    }
    if (source instanceof Changed changed) {
      return isOfTheMethod(changed.of().source());
    }
    return source instanceof Captured captured && isOfTheMethod(captured.of().source());
  }
}
