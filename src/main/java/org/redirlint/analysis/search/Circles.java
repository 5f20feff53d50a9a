package org.redirlint.analysis.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.http.Method;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/** Finds the part of a chain that goes round, and tells it from others. */
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

  private record Signature(End end, Set<Origin> origins) {}

  /**
   * Returns what is equal for all entrances of one circle: the same directives going round are the
   * same circle if they look up the same lines of tables.
   */
  static Object signature(Chain chain) {
    Set<Origin> origins = new HashSet<>();
    for (Hop hop : of(chain)) {
      hop.deciding().ifPresent(step -> origins.add(step.origin()));
      hop.reply().steps().stream()
          .filter(step -> step.kind() == Step.Kind.HOLDS_A_VALUE)
          .forEach(step -> origins.add(step.origin()));
    }
    return new Signature(chain.end(), origins);
  }

  /**
   * Returns the request by which a circle is best entered: the directive that stands last in the
   * file closes it.
   */
  static Trial entry(Trial trial, Chain chain) {
    if (chain.end() != End.LOOP) {
      return trial;
    }
    List<Hop> circle = of(chain);
    int closing = circle.size() - 1;
    for (int i = 0; i < circle.size(); i++) {
      if (offset(circle.get(i)) > offset(circle.get(closing))) {
        closing = i;
      }
    }
    Hop entry = circle.get((closing + 1) % circle.size());
    return entry
        .url()
        .map(url -> trial.by(new Method(entry.request().method())).to(url))
        .orElse(trial);
  }

  private static int offset(Hop hop) {
    return hop.deciding().map(step -> step.origin().span().start()).orElse(-1);
  }

  private static Method methodAfter(Hop hop) {
    Method method = new Method(hop.request().method());
    return hop.reply().answer() instanceof Answer.Response<String> response
        ? Status.methodAfter(response.status(), method)
        : method;
  }
}
