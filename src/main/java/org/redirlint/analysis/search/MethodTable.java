package org.redirlint.analysis.search;

import java.util.List;
import java.util.Optional;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;

/**
 * What a server answers to the same request by different methods.
 *
 * @param url what is asked for
 * @param rows the requests with their answers, one for each of {@link #METHODS} in that order
 */
public record MethodTable(Url url, List<Hop> rows) {

  /** The methods of a table: those of RFC 9110 section 9.1 that pages and programs use. */
  public static final List<Method> METHODS =
      List.of(
          Method.GET,
          Method.HEAD,
          Method.POST,
          Method.PUT,
          Method.PATCH,
          Method.DELETE,
          Method.OPTIONS);

  public MethodTable {
    rows = List.copyOf(rows);
  }

  /** Returns the request by one of {@link #METHODS}, with its answer. */
  public Hop row(Method method) {
    return rows.get(METHODS.indexOf(method));
  }

  /** Tells whether the server says that it does not take this request by this method. */
  public static boolean isRefused(Hop row) {
    Answer<String> answer = row.reply().answer();
    return answer instanceof Answer.Closed
        || (answer instanceof Answer.Response<String> response
            && response.status() >= 400
            && response.status() != 404
            && response.status() != 410);
  }

  /** Tells whether every answer is known. */
  boolean isKnown() {
    return rows.stream().noneMatch(row -> row.reply().answer() instanceof Answer.Undetermined);
  }

  /** Returns where a request is redirected to: a URL, or else what was written. */
  public static Optional<String> target(Hop row) {
    return row.target()
        .map(Url::toString)
        .or(
            () ->
                row.isRedirect() && row.reply().answer() instanceof Answer.Response<String> response
                    ? response.location()
                    : Optional.empty());
  }
}
