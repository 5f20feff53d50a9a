package org.redirlint.semantics;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.FollowedHeaders;

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
   * @param fields its other headers, as far as they are followed and the configuration adds them
   * @param internalLoop whether the server gave up redirecting internally
   * @param <V> a value
   */
  record Response<V>(int status, Optional<V> location, List<Field<V>> fields, boolean internalLoop)
      implements Answer<V> {

    /** Takes the parts of the response. */
    public Response {
      fields = List.copyOf(fields);
    }

    /** Returns its headers of a name, in the order sent; case does not matter. */
    public List<Field<V>> fields(String name) {
      return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
    }

    /** Returns the values of its Set-Cookie headers. */
    public List<V> cookies() {
      return fields(FollowedHeaders.SET_COOKIE).stream()
          .flatMap(field -> field.value().stream())
          .toList();
    }
  }

  /**
   * A header of a response.
   *
   * @param name its name as the configuration writes it
   * @param value its value; empty if it is not known, nor whether the header is there at all
   * @param <V> a value
   */
  record Field<V>(String name, Optional<V> value) {}

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
   * Something in the server answers that is not read: code, or a module of which nothing is known.
   *
   * @param directive the name of the directive that lets it answer
   * @param <V> a value
   */
  record Unread<V>(String directive) implements Answer<V> {

    /** Returns why it cannot be told, a clause. */
    public String reason() {
      return "what " + directive + " answers is not known";
    }
  }

  /**
   * It cannot be told.
   *
   * @param reason why, a clause
   * @param <V> a value
   */
  record Undetermined<V>(String reason) implements Answer<V> {}
}
