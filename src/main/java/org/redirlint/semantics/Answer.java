package org.redirlint.semantics;

import java.util.List;
import java.util.Optional;

/**
 * What a server answers.
 *
 * @param <V> a value
 */
public sealed interface Answer<V> {

  /**
   * A response.
   *
   * @param status its status
   * @param location its Location header; empty if it has none
   * @param cookies the values of its Set-Cookie headers, as far as the configuration adds them
   * @param internalLoop whether the server gave up redirecting internally
   * @param <V> a value
   */
  record Response<V>(int status, Optional<V> location, List<V> cookies, boolean internalLoop)
      implements Answer<V> {

    /** Takes the parts of the response. */
    public Response {
      cookies = List.copyOf(cookies);
    }
  }

  /**
   * The connection is closed without an answer.
   *
   * @param <V> a value
   */
  record Closed<V>() implements Answer<V> {}

  /**
   * Another server answers.
   *
   * @param directive the directive that hands the request over, as written
   * @param <V> a value
   */
  record Upstream<V>(String directive) implements Answer<V> {}

  /**
   * It cannot be told.
   *
   * @param reason why, a clause
   * @param <V> a value
   */
  record Undetermined<V>(String reason) implements Answer<V> {}
}
