package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.HeaderEdit;
import org.redirlint.model.httpd.HeaderValue;
import org.redirlint.regex.Regex;

/** Reads {@code Header} (mod_headers), as far as it changes where a redirect leads. */
final class HeaderReader {

  private static final Set<String> ADDING = Set.of("set", "add", "append", "merge", "setifempty");

  private final Expression.Reader expressions;

  HeaderReader(Expression.Reader expressions) {
    this.expressions = expressions;
  }

  /** Reads a directive; empty if it is about another header than Location and Set-Cookie. */
  Optional<HeaderEdit> read(Statement statement) throws RefusedException {
    List<String> words = new ArrayList<>(statement.arguments());
    boolean always = !words.isEmpty() && words.get(0).equalsIgnoreCase("always");
    if (always || (!words.isEmpty() && words.get(0).equalsIgnoreCase("onsuccess"))) {
      words.remove(0);
    }
    if (words.isEmpty()) {
      throw new RefusedException("Header has too few arguments");
    }
    String action = words.remove(0).toLowerCase(Locale.ROOT);
    String name = words.isEmpty() ? "" : words.remove(0).replaceFirst(":$", "");
    Optional<HeaderValue> meaning = Optional.empty();
    if (ADDING.contains(action) && !words.isEmpty()) {
      meaning = Optional.of(HeaderValueReader.read(words.get(0), expressions));
    }
    if (!name.equalsIgnoreCase("Location") && !name.equalsIgnoreCase("Set-Cookie")) {
      return Optional.empty();
    }
    Optional<Regex> pattern = Optional.empty();
    if (action.startsWith("edit") && !words.isEmpty()) {
      pattern = Optional.of(Texts.regex(words.remove(0), false));
    }
    boolean hasValue = !action.equals("unset") && !action.equals("echo") && !words.isEmpty();
    String value = hasValue ? words.remove(0) : "";
    Optional<Expression> condition = Optional.empty();
    Optional<String> variable = Optional.empty();
    String last = words.isEmpty() ? "" : words.get(0);
    if (last.startsWith("env=")) {
      variable = Optional.of(last.substring(4));
    } else if (last.startsWith("expr=")) {
      condition = expressions.condition(last.substring(5)).condition();
      if (condition.isEmpty()) {
        throw new RefusedException("Can't parse envclause/expression of Header");
      }
    }
    return Optional.of(
        new HeaderEdit(
            statement.origin(),
            always,
            action,
            name,
            value,
            meaning,
            pattern,
            condition,
            variable));
  }
}
