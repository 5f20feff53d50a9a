package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.Condition;

/** Reads the condition of {@code if} (ngx_http_rewrite_if_condition). */
final class ConditionReader {

  private final Problems problems;
  private final TemplateReader templates;
  private final PatternReader patterns;

  ConditionReader(Problems problems) {
    this.problems = problems;
    this.templates = new TemplateReader(problems);
    this.patterns = new PatternReader(problems);
  }

  /** A word of the condition, its parenthesis taken off, and the argument it comes from. */
  private record Word(String text, Argument argument) {}

  /** Reads the condition; empty where nginx would refuse it. */
  Optional<Condition> read(LoadedDirective directive) {
    List<Argument> arguments = directive.arguments();
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Argument first = arguments.get(0);
    Argument last = arguments.get(arguments.size() - 1);
    if (!first.value().startsWith("(")) {
      return invalid(directive, first, first.value());
    }
    if (!last.value().endsWith(")")) {
      return invalid(directive, last, last.value());
    }
    List<Word> words = words(arguments);
    if (words.isEmpty()) {
      return invalid(directive, first, first.value());
    }
    Word subject = words.get(0);
    if (subject.text().length() > 1 && subject.text().startsWith("$")) {
      return test(directive, words, subject.text().substring(1).toLowerCase(Locale.ROOT));
    }
    if (subject.text().matches("!?-[fdex]")) {
      boolean negated = subject.text().startsWith("!");
      return words.size() == 2
          ? Optional.of(
              new Condition.FileTest(
                  subject.text().charAt(negated ? 2 : 1),
                  negated,
                  templates.read(directive, words.get(1).argument(), words.get(1).text())))
          : invalid(directive, subject.argument(), subject.text());
    }
    return invalid(directive, subject.argument(), subject.text());
  }

  private Optional<Condition> test(LoadedDirective directive, List<Word> words, String variable) {
    if (words.size() == 1) {
      return Optional.of(new Condition.Truth(variable));
    }
    Word operator = words.get(1);
    if (words.size() != 3) {
      return invalid(directive, operator.argument(), operator.text());
    }
    Word operand = words.get(2);
    boolean negated = operator.text().startsWith("!");
    return switch (operator.text()) {
      case "=", "!=" ->
          Optional.of(
              new Condition.Comparison(
                  variable,
                  negated,
                  templates.read(directive, operand.argument(), operand.text())));
      case "~", "~*", "!~", "!~*" ->
          patterns
              .read(directive, operand.argument(), operand.text(), operator.text().endsWith("*"))
              .map(pattern -> new Condition.RegexTest(variable, negated, pattern));
      default -> {
        problems.add(
            directive, operator.argument(), "unexpected \"" + operator.text() + "\" in condition");
        yield Optional.empty();
      }
    };
  }

  private static List<Word> words(List<Argument> arguments) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      String text = argument.value();
      if (i == 0) {
        text = text.substring(1);
      }
      if (i == arguments.size() - 1 && text.endsWith(")")) {
        text = text.substring(0, text.length() - 1);
      }
      boolean parenthesis =
          (i == 0 && argument.value().equals("("))
              || (i == arguments.size() - 1 && argument.value().equals(")"));
      if (!parenthesis) {
        words.add(new Word(text, argument));
      }
    }
    return words;
  }

  private Optional<Condition> invalid(LoadedDirective directive, Argument argument, String text) {
    problems.add(directive, argument, "invalid condition \"" + text + "\"");
    return Optional.empty();
  }
}
