package org.redirlint.model.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.regex.Regex;

/**
 * A condition in httpd's expression language.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/expr.html">Expressions in Apache HTTP Server</a>
 */
public sealed interface Expression {

  /** {@code true} or {@code false}. */
  record Constant(boolean holds) implements Expression {}

  /** {@code ! condition}. */
  record Not(Expression operand) implements Expression {}

  /** {@code left && right}. */
  record And(Expression left, Expression right) implements Expression {}

  /** {@code left || right}. */
  record Or(Expression left, Expression right) implements Expression {}

  /**
   * A comparison of two words.
   *
   * @param operator the operator: {@code ==}, {@code -eq} and their like, without aliases
   */
  record Comparison(String operator, Text left, Text right) implements Expression {}

  /** {@code subject =~ /pattern/}, or {@code !~} if negated. */
  record RegexTest(Text subject, Regex regex, boolean negated) implements Expression {}

  /** {@code subject in { … }}. */
  record Membership(Text subject, List<Text> members) implements Expression {
    /** Takes the members. */
    public Membership {
      members = List.copyOf(members);
    }
  }

  /** {@code -f 'text'} and its like; the operator is a letter. */
  record UnaryTest(char operator, Text operand) implements Expression {}

  /** {@code left -ipmatch right} and its like. */
  record BinaryTest(String operator, Text left, Text right) implements Expression {}

  /** A text put together from pieces. */
  record Text(List<Piece> pieces) {
    /** Takes the pieces. */
    public Text {
      pieces = List.copyOf(pieces);
    }

    /** Returns a text that stands for itself. */
    public static Text of(String literal) {
      return new Text(List.of(new Literal(literal)));
    }
  }

  /** A piece of a text. */
  sealed interface Piece {}

  /** Characters that stand for themselves. */
  record Literal(String text) implements Piece {}

  /** {@code %{NAME}}. */
  record Variable(String name) implements Piece {}

  /** {@code $0} to {@code $9}: what a group of the last regular expression matched. */
  record Backreference(int group) implements Piece {}

  /** {@code name(argument)}, or {@code %{name:argument}}. */
  record Call(String function, Text argument) implements Piece {}

  /**
   * What reading an expression came to.
   *
   * @param condition the condition; empty if a text was asked for, or httpd would refuse it
   * @param text the text; empty if a condition was asked for, or httpd would refuse it
   * @param problem why httpd would refuse it; empty if it does not
   */
  record Reading(Optional<Expression> condition, Optional<Text> text, String problem) {}

  /** Reads expressions. */
  interface Reader {
    /** Reads a condition. */
    Reading condition(String source);

    /** Reads a text with variables in it. */
    Reading text(String source);
  }
}
