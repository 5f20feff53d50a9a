package org.redirlint.semantics;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.redirlint.source.Origin;

/** Tells whether a long chain repeats the same redirects with ever longer URLs. */
final class Growth {

  /** How often the redirects must have been repeated. */
  private static final int REPETITIONS = 3;

  private Growth() {}

  /** Tells whether the last hops repeat, each time with a longer URL. */
  static boolean isEndless(List<Hop> hops) {
    for (int period = 1; period * (REPETITIONS + 1) <= hops.size(); period++) {
      if (repeats(hops, period)) {
        return true;
      }
    }
    return false;
  }

  private static boolean repeats(List<Hop> hops, int period) {
    for (int i = hops.size() - period * REPETITIONS; i < hops.size(); i++) {
      Hop now = hops.get(i);
      Hop before = hops.get(i - period);
      if (!Objects.equals(origin(now), origin(before)) || length(now) <= length(before)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Origin> origin(Hop hop) {
    return hop.deciding().map(Step::origin);
  }

  private static int length(Hop hop) {
    return hop.url().map(url -> url.toString().length()).orElse(0);
  }
}
