package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.Backreferences;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.SetEnvIf;
import org.redirlint.model.httpd.SetEnvIf.Change;
import org.redirlint.regex.Regex;

/** Reads the directives that set environment variables. */
final class VariableReader {

  private static final String SPECIAL = "^.$|()\\[\\]*+?{}";

  private static final Pattern PLAIN =
      Pattern.compile("(?:[^\\\\" + SPECIAL + "]|\\\\[\\\\" + SPECIAL + "])*+");

  private final Expression.Reader expressions;
  private final List<SetEnvIf> conditional = new ArrayList<>();
  private final Map<String, Optional<String>> fixed = new HashMap<>();

  VariableReader(Expression.Reader expressions) {
    this.expressions = expressions;
  }

  List<SetEnvIf> conditional() {
    return conditional;
  }

  Map<String, Optional<String>> fixed() {
    return fixed;
  }

  /** Reads a directive; tells whether it is one of these. */
  boolean read(Statement statement) throws RefusedException {
    List<String> words = statement.arguments();
    switch (statement.name()) {
      case "setenvif" -> setEnvIf(statement, words, false);
      case "setenvifnocase" -> setEnvIf(statement, words, true);
      case "browsermatch" -> browserMatch(statement, false);
      case "browsermatchnocase" -> browserMatch(statement, true);
      case "setenvifexpr" -> setEnvIfExpr(statement, words);
      case "setenv" -> fixed.put(statement.argument(0), Optional.of(statement.argument(1)));
      case "unsetenv" -> words.forEach(name -> fixed.put(name, Optional.empty()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void browserMatch(Statement statement, boolean ignoreCase) throws RefusedException {
    if (statement.arguments().isEmpty()) {
      throw missing("regular expression", statement);
    }
    List<String> words = new ArrayList<>(List.of("User-Agent"));
    words.addAll(statement.arguments());
    setEnvIf(statement, words, ignoreCase);
  }

  private void setEnvIf(Statement statement, List<String> words, boolean ignoreCase)
      throws RefusedException {
    if (words.isEmpty()) {
      throw missing("header-field name", statement);
    }
    if (words.size() < 2) {
      throw missing("regular expression", statement);
    }
    String refusal = statement.source().name() + " regex could not be compiled.";
    Regex pattern = Texts.regex(words.get(1), ignoreCase, refusal);
    if (words.size() < 3) {
      throw missing("envariable expression", statement);
    }
    conditional.add(
        new SetEnvIf(
            statement.origin(),
            words.get(0),
            Optional.of(pattern),
            Optional.empty(),
            changes(
                words.subList(2, words.size()),
                isPlain(words.get(1)) ? Template::of : Backreferences::read)));
  }

  private void setEnvIfExpr(Statement statement, List<String> words) throws RefusedException {
    if (words.isEmpty()) {
      throw missing("expression", statement);
    }
    Optional<Expression> condition = expressions.condition(words.get(0)).condition();
    if (condition.isEmpty()) {
      throw new RefusedException("Could not parse expression \"" + words.get(0) + "\"");
    }
    if (words.size() < 2) {
      throw missing("envariable expression", statement);
    }
    conditional.add(
        new SetEnvIf(
            statement.origin(),
            "",
            Optional.empty(),
            condition,
            changes(words.subList(1, words.size()), Backreferences::read)));
  }

  private static RefusedException missing(String what, Statement statement) {
    return new RefusedException("Missing %s for %s".formatted(what, statement.source().name()));
  }

  /**
   * Tells whether httpd looks for a pattern as a text, with nothing to capture (non_regex_pattern).
   */
  private static boolean isPlain(String pattern) {
    return PLAIN.matcher(pattern).matches();
  }

  private static List<Change> changes(List<String> words, Function<String, Template> values) {
    List<Change> changes = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (word.startsWith("!")) {
        changes.add(new Change(word.substring(1), "", Optional.empty()));
      } else {
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? "1" : word.substring(equals + 1);
        changes.add(new Change(name, value, Optional.of(values.apply(value))));
      }
    }
    return changes;
  }
}
