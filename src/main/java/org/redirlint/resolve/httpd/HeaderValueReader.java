package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.HeaderValue;
import org.redirlint.model.httpd.HeaderValue.Connection;
import org.redirlint.model.httpd.HeaderValue.Environment;
import org.redirlint.model.httpd.HeaderValue.Literal;
import org.redirlint.model.httpd.HeaderValue.Measurement;
import org.redirlint.model.httpd.HeaderValue.Part;

/** Reads what {@code Header} puts into a header (parse_format_string). */
final class HeaderValueReader {

  private static final String MEASURED = "tDlib";

  private HeaderValueReader() {}

  /**
   * Reads a value.
   *
   * @throws RefusedException if it holds a format specifier there is none of, or an expression that
   *     is none
   */
  static HeaderValue read(String value, Expression.Reader expressions) throws RefusedException {
    if (value.startsWith("expr=")) {
      Expression.Reading reading = expressions.text(value.substring(5));
      Optional<Expression.Text> text = reading.text();
      if (text.isEmpty()) {
        throw new RefusedException("Can't parse value expression");
      }
      return new HeaderValue.Evaluated(text.get());
    }
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < value.length()) {
      int percent = value.indexOf('%', at);
      if (percent < 0 || percent == value.length() - 1) {
        parts.add(new Literal(value.substring(at)));
        return new HeaderValue.Format(parts);
      }
      if (percent > at) {
        parts.add(new Literal(value.substring(at, percent)));
      }
      at = specifier(value, percent + 1, parts);
    }
    return new HeaderValue.Format(parts);
  }

  /** Reads what follows a percent sign; returns where the text goes on. */
  private static int specifier(String value, int from, List<Part> parts) throws RefusedException {
    if (value.charAt(from) == '%') {
      parts.add(new Literal("%"));
      return from + 1;
    }
    String name = "";
    int at = from;
    if (value.charAt(from) == '{') {
      int close = value.indexOf('}', from);
      name = value.substring(from + 1, close < 0 ? value.length() : close);
      at = close < 0 ? value.length() : close + 1;
    }
    char letter = at < value.length() ? value.charAt(at) : 0;
    if (letter == 'e') {
      parts.add(new Environment(name));
    } else if (letter == 's') {
      parts.add(new Connection(name));
    } else if (letter != 0 && MEASURED.indexOf(letter) >= 0) {
      parts.add(new Measurement(letter));
    } else {
      throw new RefusedException(
          "Unrecognized header format %" + (letter == 0 ? "" : String.valueOf(letter)));
    }
    return at + 1;
  }
}
