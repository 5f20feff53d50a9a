package org.redirlint.expectation;

import java.util.List;
import java.util.Optional;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Hop;

/**
 * What comes of a request, and whether that was expected.
 *
 * @param expectation what was expected
 * @param chain the answers
 * @param isMet whether they are as expected
 */
public record Outcome(Expectation expectation, Chain chain, boolean isMet) {

  /** Asks the server. */
  public static Outcome of(Expectation expectation, Follower follower) {
    Chain chain = follower.follow(expectation.method(), expectation.url(), List.of());
    return new Outcome(expectation, chain, isMet(expectation, chain));
  }

  private static boolean isMet(Expectation expectation, Chain chain) {
    Answer<String> first = chain.hops().get(0).reply().answer();
    boolean sameStatus =
        expectation.status().isEmpty()
            || (first instanceof Answer.Response<String> response
                && response.status() == expectation.status().getAsInt());
    boolean sameEnd =
        expectation.destination().isEmpty()
            || (ends(chain) && destination(chain).equals(expectation.destination()));
    return sameStatus && sameEnd;
  }

  private static boolean ends(Chain chain) {
    return switch (chain.end()) {
      case RESPONSE, EXTERNAL, UNDETERMINED -> true;
      case LOOP, GROWING, INTERNAL_LOOP, TOO_MANY -> false;
    };
  }

  /** Returns where the redirects lead: the last URL that is asked for, here or elsewhere. */
  private static Optional<Url> destination(Chain chain) {
    Hop last = chain.last();
    return last.target().or(last::url);
  }

  /** Returns what comes of the request in words. */
  public String words() {
    StringBuilder words = new StringBuilder();
    Answer<String> first = chain.hops().get(0).reply().answer();
    if (first instanceof Answer.Response<String> response) {
      words.append(response.status());
    }
    if (chain.hops().get(0).target().isPresent()) {
      words.append(" to ").append(destination(chain).map(Url::toString).orElse(""));
    }
    String end =
        switch (chain.end()) {
          case RESPONSE, EXTERNAL -> words.isEmpty() ? chain.reason() : "";
          case LOOP -> "in a loop: " + chain.reason();
          case GROWING, INTERNAL_LOOP, TOO_MANY -> "without end: " + chain.reason();
          case UNDETERMINED -> "and nobody can tell what then: " + chain.reason();
        };
    return (words + (words.isEmpty() || end.isEmpty() ? "" : ", ") + end).strip();
  }

  /** Returns the directive that decided about the first answer, as {@code file:line}. */
  public Optional<String> decidedBy() {
    return chain
        .hops()
        .get(0)
        .deciding()
        .map(step -> step.origin().file().path() + ":" + step.origin().start().line());
  }
}
