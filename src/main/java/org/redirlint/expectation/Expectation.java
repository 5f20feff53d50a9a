package org.redirlint.expectation;

import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.http.Method;
import org.redirlint.http.Url;

/**
 * What is to come of a request.
 *
 * @param place where it is expected, as {@code file:line}
 * @param method the request's method
 * @param url what is asked for
 * @param status the status of the first answer, if one is expected
 * @param destination the URL that all redirects lead to, if one is expected
 */
public record Expectation(
    String place, Method method, Url url, OptionalInt status, Optional<Url> destination) {

  /** Returns the expectation in words. */
  public String words() {
    String first = status.isPresent() ? String.valueOf(status.getAsInt()) : "";
    String last = destination.map(url -> "to " + url).orElse("");
    return (first + " " + last).strip();
  }
}
