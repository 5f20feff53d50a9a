package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.redirlint.regex.Lazy;
import org.redirlint.semantics.Chain;

/** A chain of redirects that the simulator was seen to give. */
public final class Observed {

  /**
   * What needs the fewest things to be so that are hardly ever so, then the fewest at all, and then
   * the fewest requests.
   */
  public static final Comparator<Observed> LEAST_ASSUMED =
      Comparator.comparingLong(Observed::implausible)
          .thenComparing(found -> found.assumptions().size())
          .thenComparing(found -> found.chain().hops().size());

  private final Trial trial;
  private final Chain chain;
  private final Lazy<List<Assumption>> assumptions;

  /**
   * Takes what was seen.
   *
   * @param trial the first request, and what was supposed of files
   * @param chain the requests and answers
   * @param assumptions finds out what has to be so for it, and is not known; asked if anybody wants
   *     to know
   */
  Observed(Trial trial, Chain chain, Supplier<List<Assumption>> assumptions) {
    this.trial = trial;
    this.chain = chain;
    this.assumptions = new Lazy<>(() -> List.copyOf(assumptions.get()));
  }

  /** Returns the first request, and what was supposed of files. */
  public Trial trial() {
    return trial;
  }

  /** Returns the requests and answers. */
  public Chain chain() {
    return chain;
  }

  /** Returns what has to be so for it, and is not known. */
  public List<Assumption> assumptions() {
    return assumptions.get();
  }

  /** Tells whether everything assumed is often so. */
  public boolean isPlausible() {
    return implausible() == 0;
  }

  private long implausible() {
    return assumptions().stream().filter(assumption -> !assumption.plausible()).count();
  }

  /** Returns the same chain with something more that has to be so. */
  Observed assuming(Assumption more) {
    return new Observed(
        trial,
        chain,
        () -> {
          List<Assumption> all = new ArrayList<>(assumptions());
          all.add(more);
          return all;
        });
  }
}
