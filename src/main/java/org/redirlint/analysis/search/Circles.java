package org.redirlint.analysis.search;

import java.util.List;
import java.util.Optional;
import org.redirlint.http.Method;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Hop;

/** Finds the part of a chain that goes round. */
public final class Circles {

  private Circles() {}

  /**
   * Returns the requests that go round: from the URL that is come back to up to the redirect that
   * leads there; where a URL grows, or the server itself goes round, the last request.
   */
  public static List<Hop> of(Chain chain) {
    List<Hop> hops = chain.hops();
    if (chain.end() != End.LOOP) {
      return hops.subList(hops.size() - 1, hops.size());
    }
    Optional<Url> back = chain.last().target();
    Method method = methodAfter(chain.last());
    for (int i = 0; i < hops.size(); i++) {
      if (hops.get(i).url().equals(back) && hops.get(i).request().method().equals(method.name())) {
        return hops.subList(i, hops.size());
      }
    }
    return hops;
  }

  private static Method methodAfter(Hop hop) {
    Method method = new Method(hop.request().method());
    return hop.reply().answer() instanceof Answer.Response<String> response
        ? Status.methodAfter(response.status(), method)
        : method;
  }
}
