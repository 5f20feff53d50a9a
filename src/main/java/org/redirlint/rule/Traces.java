package org.redirlint.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.http.Status;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;

/** Puts requests and their answers into findings. */
public final class Traces {

  private Traces() {}

  /** Returns the requests of a chain with their answers. */
  public static List<TracedRequest> trace(Chain chain) {
    return trace(chain.hops());
  }

  /** Returns requests with their answers. */
  public static List<TracedRequest> trace(List<Hop> hops) {
    return hops.stream().map(Traces::traced).toList();
  }

  private static TracedRequest traced(Hop hop) {
    Optional<Answer.Response<String>> response =
        hop.reply().answer() instanceof Answer.Response<String> answer
            ? Optional.of(answer)
            : Optional.empty();
    return new TracedRequest(
        hop.request().method(),
        url(hop),
        hop.request().headers().stream().map(h -> h.name() + ": " + h.value()).toList(),
        response.map(r -> OptionalInt.of(r.status())).orElse(OptionalInt.empty()),
        response.filter(r -> Status.isRedirect(r.status())).flatMap(Answer.Response::location),
        hop.deciding().map(Step::origin));
  }

  /** Returns a request as messages name it. */
  public static String request(Hop hop) {
    return hop.request().method() + " " + url(hop);
  }

  private static String url(Hop hop) {
    return hop.url().map(Object::toString).orElse(hop.request().target());
  }

  /** Returns a number of things. */
  public static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
