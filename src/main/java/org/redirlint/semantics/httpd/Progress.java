package org.redirlint.semantics.httpd;

import java.util.Optional;

/**
 * How far a request has come.
 *
 * @param status the status under way; 200 at first
 * @param end whether a rule with the flag END has ended all rewriting
 * @param redirects how many internal redirects led here
 * @param depth how many requests this one is a subrequest of
 * @param main the request this one is a subrequest of
 * @param failure how the first of the requests before this one has failed, if they have not ended
 *     well
 * @param reduced whether a rule's URL was reduced to a path of this server
 * @param script the URL-path the client asked for
 * @param <V> a value
 */
record Progress<V>(
    int status,
    boolean end,
    int redirects,
    int depth,
    Optional<State<V>> main,
    Optional<Failure<V>> failure,
    boolean reduced,
    Optional<V> script) {

  static final int OK = 200;

  /**
   * How a request has failed.
   *
   * @param status its status
   * @param location its Location header
   */
  record Failure<V>(int status, Optional<V> location) {}

  static <V> Progress<V> initial() {
    return new Progress<>(
        OK, false, 0, 0, Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  boolean isSubrequest() {
    return main.isPresent();
  }

  Progress<V> withStatus(int other) {
    return new Progress<>(other, end, redirects, depth, main, failure, reduced, script);
  }

  Progress<V> ended() {
    return new Progress<>(status, true, redirects, depth, main, failure, reduced, script);
  }

  /** Returns the progress of the request an internal redirect leads to. */
  Progress<V> redirected(Optional<V> location) {
    Optional<Failure<V>> first =
        status == OK
            ? Optional.empty()
            : failure.or(() -> Optional.of(new Failure<>(status, location)));
    return new Progress<>(status, end, redirects + 1, depth, main, first, false, script);
  }

  /** Returns the progress of a request that has failed; what failed first is kept. */
  Progress<V> failing(Failure<V> now) {
    Optional<Failure<V>> first = failure.or(() -> Optional.of(now));
    return new Progress<>(status, end, redirects, depth, main, first, reduced, script);
  }

  Progress<V> reducedUri() {
    return new Progress<>(status, end, redirects, depth, main, failure, true, script);
  }

  Progress<V> withScript(V uri) {
    return new Progress<>(status, end, redirects, depth, main, failure, reduced, Optional.of(uri));
  }

  Progress<V> below(State<V> request) {
    return new Progress<>(
        OK, false, redirects, depth + 1, Optional.of(request), failure, false, script);
  }
}
