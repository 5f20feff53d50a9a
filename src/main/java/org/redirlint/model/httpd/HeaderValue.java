package org.redirlint.model.httpd;

import java.util.List;

/**
 * What {@code Header} puts into a header.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header">Header</a>
 */
public sealed interface HeaderValue {

  /**
   * A text with format specifiers.
   *
   * @param parts its parts
   */
  record Format(List<Part> parts) implements HeaderValue {
    /** Takes the parts. */
    public Format {
      parts = List.copyOf(parts);
    }
  }

  /**
   * {@code expr=…}.
   *
   * @param text the text
   */
  record Evaluated(Expression.Text text) implements HeaderValue {}

  /** A part of a text. */
  sealed interface Part {}

  /** Characters that stand for themselves. */
  record Literal(String text) implements Part {}

  /** {@code %{NAME}e}: an environment variable. */
  record Environment(String name) implements Part {}

  /** {@code %{NAME}s}: a variable of mod_ssl. */
  record Connection(String name) implements Part {}

  /** {@code %t}, {@code %D} and the like: measured while the server runs. */
  record Measurement(char letter) implements Part {}
}
