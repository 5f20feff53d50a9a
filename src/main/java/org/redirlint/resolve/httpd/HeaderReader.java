package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.FollowedHeaders;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.HeaderEdit;
import org.redirlint.model.httpd.HeaderValue;
import org.redirlint.regex.Regex;

/**
 * Reads {@code Header} and {@code RequestHeader} (mod_headers), as far as its header is followed.
 */
final class HeaderReader {

  private static final Set<String> ADDING = Set.of("set", "add", "append", "merge", "setifempty");
  private static final Set<String> ACTIONS =
      Set.of(
          "add", "set", "setifempty", "append", "merge", "unset", "echo", "note", "edit", "edit*");

  private final Expression.Reader expressions;

  HeaderReader(Expression.Reader expressions) {
    this.expressions = expressions;
  }

  /** Reads a directive; empty if it is about a header that is not followed. */
  Optional<HeaderEdit> read(Statement statement) throws RefusedException {
    List<String> words = new ArrayList<>(statement.arguments());
    boolean always = !words.isEmpty() && words.get(0).equalsIgnoreCase("always");
    if (always || (!words.isEmpty() && words.get(0).equalsIgnoreCase("onsuccess"))) {
      words.remove(0);
    }
    String action = words.isEmpty() ? "" : words.remove(0).toLowerCase(Locale.ROOT);
    refuseAction(statement, action);
    String name = words.isEmpty() ? "" : words.remove(0).replaceFirst(":$", "");
    Optional<HeaderValue> meaning = Optional.empty();
    Optional<Regex> pattern = Optional.empty();
    String value = "";
    if (action.startsWith("edit")) {
      if (words.size() < 2) {
        throw new RefusedException("Header edit requires a match and a substitution");
      }
      pattern = Optional.of(regex("edit", words.remove(0)));
      value = words.remove(0);
      if (value.startsWith("expr=")) {
        HeaderValueReader.read(value, expressions);
      }
    } else if (ADDING.contains(action)) {
      if (words.isEmpty()) {
        throw new RefusedException("Header requires three arguments");
      }
      value = words.remove(0);
      meaning = Optional.of(HeaderValueReader.read(value, expressions));
    } else if (action.equals("note") && !words.isEmpty()) {
      value = words.remove(0);
    } else if (action.equals("echo")) {
      regex("echo", name);
    }
    String last = clause(action, words);
    Optional<Expression> condition = Optional.empty();
    Optional<String> variable = Optional.empty();
    if (last.startsWith("env=")) {
      variable = Optional.of(last.substring(4));
    } else if (last.startsWith("expr=")) {
      condition = expressions.condition(last.substring(5)).condition();
      if (condition.isEmpty()) {
        throw new RefusedException("Can't parse envclause/expression");
      }
    }
    boolean ofResponse = statement.name().equals("header");
    if (!ofResponse || !(name.equalsIgnoreCase("Location") || FollowedHeaders.include(name))) {
      return Optional.empty();
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

  private static void refuseAction(Statement statement, String action) throws RefusedException {
    if (!ACTIONS.contains(action)) {
      throw new RefusedException(
          "first argument must be 'add', 'set', 'setifempty', 'append', 'merge', 'unset', 'echo',"
              + " 'note', 'edit', or 'edit*'.");
    }
    if (statement.name().equals("requestheader")) {
      if (action.equals("echo")) {
        throw new RefusedException("Header echo only valid on Header directives");
      }
      if (action.equals("note")) {
        throw new RefusedException("RequestHeader does not support the 'note' action");
      }
    }
  }

  /** Returns what is said last: when the directive counts. */
  private static String clause(String action, List<String> words) throws RefusedException {
    if (words.size() > 1) {
      throw new RefusedException(
          action.startsWith("edit")
              ? "Header has too many arguments"
              : action.equals("unset")
                  ? "header unset takes two arguments"
                  : "Too many arguments to directive");
    }
    String last = words.isEmpty() ? "" : words.get(0);
    if (last.equals("env=")) {
      throw new RefusedException("error: missing environment variable name.");
    }
    if (!last.isEmpty()
        && !last.startsWith("env=")
        && !last.startsWith("expr=")
        && !last.equalsIgnoreCase("early")) {
      throw new RefusedException("Unknown parameter: " + last);
    }
    return last;
  }

  private static Regex regex(String action, String pattern) throws RefusedException {
    return Texts.regex(pattern, false, "Header " + action + " regex could not be compiled");
  }
}
