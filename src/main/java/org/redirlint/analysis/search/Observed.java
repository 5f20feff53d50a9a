package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;

/**
 * A chain of redirects that the simulator was seen to give.
 *
 * @param chain the requests and answers
 * @param assumptions what has to be so for it, and is not known
 * @param replay asks the same server again, for another method or URL
 */
public record Observed(Chain chain, List<Assumption> assumptions, Replayable replay) {

  public Observed {
    assumptions = List.copyOf(assumptions);
  }

  /** Tells whether everything assumed is often so. */
  public boolean isPlausible() {
    return assumptions.stream().allMatch(Assumption::plausible);
  }

  /** The same server under the same assumptions. */
  @FunctionalInterface
  public interface Replayable {
    /** Returns what comes of a request with the same headers. */
    Chain follow(Method method, Url url);
  }
}
