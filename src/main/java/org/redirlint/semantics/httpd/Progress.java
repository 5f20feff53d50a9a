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
 * @param failed the status of the first of the requests before this one that have not ended well; 0
 *     if there is none
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
    int failed,
    boolean reduced,
    Optional<V> script) {

  static final int OK = 200;

  static <V> Progress<V> initial() {
    return new Progress<>(OK, false, 0, 0, Optional.empty(), 0, false, Optional.empty());
  }

  boolean isSubrequest() {
    return main.isPresent();
  }

  Progress<V> withStatus(int other) {
    return new Progress<>(other, end, redirects, depth, main, failed, reduced, script);
  }

  Progress<V> ended() {
    return new Progress<>(status, true, redirects, depth, main, failed, reduced, script);
  }

  Progress<V> redirected() {
    int first = status == OK ? 0 : failed != 0 ? failed : status;
    return new Progress<>(status, end, redirects + 1, depth, main, first, false, script);
  }

  Progress<V> failing(int code) {
    return new Progress<>(status, end, redirects, depth, main, code, reduced, script);
  }

  Progress<V> reducedUri() {
    return new Progress<>(status, end, redirects, depth, main, failed, true, script);
  }

  Progress<V> withScript(V uri) {
    return new Progress<>(status, end, redirects, depth, main, failed, reduced, Optional.of(uri));
  }

  Progress<V> below(State<V> request) {
    return new Progress<>(
        OK, false, redirects, depth + 1, Optional.of(request), failed, false, script);
  }
}
