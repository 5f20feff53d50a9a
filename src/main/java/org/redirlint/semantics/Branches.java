package org.redirlint.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Going on from each of several possibilities; almost always there is just one. */
public final class Branches {

  private Branches() {}

  /** Returns everything the next step makes of each possibility. */
  public static <A, B> List<B> then(List<A> possibilities, Function<A, List<B>> next) {
    if (possibilities.size() == 1) {
      return next.apply(possibilities.get(0));
    }
    List<B> all = new ArrayList<>();
    for (A possibility : possibilities) {
      all.addAll(next.apply(possibility));
    }
    return all;
  }
}
