package org.redirlint.model.httpd;

import java.util.Optional;
import org.redirlint.model.FollowedHeaders;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * {@code Header}.
 *
 * @param always whether it is done for errors and redirects as well
 * @param action {@code set}, {@code unset}, {@code edit}, … in lower case
 * @param name the header's name
 * @param value the value, or what an edit puts in, as written
 * @param meaning what the value stands for; empty where nothing is put in
 * @param pattern what {@code edit} looks for
 * @param condition when it is done: empty for always
 * @param variable the environment variable of {@code env=}, with its {@code !}
 */
public record HeaderEdit(
    Origin origin,
    boolean always,
    String action,
    String name,
    String value,
    Optional<HeaderValue> meaning,
    Optional<Regex> pattern,
    Optional<Expression> condition,
    Optional<String> variable) {

  /** Tells whether it can change where a redirect leads, or what a browser sends with it. */
  public boolean leads() {
    return name.equalsIgnoreCase("Location") || name.equalsIgnoreCase(FollowedHeaders.SET_COOKIE);
  }
}
