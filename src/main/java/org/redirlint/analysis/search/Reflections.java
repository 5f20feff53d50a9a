package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.analysis.search.Run.Leg;

/** Gathers the redirects whose targets are made of what requests say. */
final class Reflections {

  /** How many are kept for what the server does alike. */
  private static final int MOST_ALIKE = 4;

  private final List<Reflection> all = new ArrayList<>();
  private final Map<Object, Set<Object>> forms = new HashMap<>();

  /** Looks at the requests of a run. */
  void note(Run run) {
    for (Leg leg : run.legs()) {
      Optional<Value> location = leg.observation().location();
      if (leg.hop().isRedirect()
          && leg.hop().deciding().isPresent()
          && location.isPresent()
          && !location.get().isConstant()) {
        Reflection reflection = new Reflection(leg.trial(), leg.hop(), location.get());
        Set<Object> known = forms.computeIfAbsent(leg.behaviour(), first -> new HashSet<>());
        if (known.size() < MOST_ALIKE && known.add(reflection.form())) {
          all.add(reflection);
        }
      }
    }
  }

  /** Returns those gathered so far. */
  List<Reflection> all() {
    return List.copyOf(all);
  }
}
