package org.redirlint.regex;

import java.util.List;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.ByteSet;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;

/**
 * Writes a syntax tree in the words that RE2/J and java.util.regex share. Groups are written
 * without their names, so that every name PCRE allows is allowed.
 */
abstract class EngineWriter implements Node.Visitor<Boolean> {

  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString();
  }

  /** Appends a text; returns that it can be expressed. */
  boolean put(String part) {
    text.append(part);
    return true;
  }

  /** Writes an opening, a node and a closing; returns whether all can be expressed. */
  boolean put(String open, Node body, String close) {
    text.append(open);
    boolean expressed = body.accept(this);
    text.append(close);
    return expressed;
  }

  @Override
  public Boolean visitLiteral(Literal literal) {
    for (int i = 0; i < literal.text().length(); i++) {
      quote(literal.text().charAt(i));
    }
    return true;
  }

  @Override
  public Boolean visitCharacterClass(CharacterClass characterClass) {
    ByteSet bytes = characterClass.bytes();
    List<ByteSet.Range> inside = bytes.ranges();
    List<ByteSet.Range> outside = bytes.complement().ranges();
    if (inside.isEmpty()) {
      return put("[^\\x00-\\xFF]");
    }
    boolean negated = !outside.isEmpty() && outside.size() < inside.size();
    text.append(negated ? "[^" : "[");
    for (ByteSet.Range range : negated ? outside : inside) {
      quote(range.first());
      if (range.last() > range.first()) {
        text.append('-');
        quote(range.last());
      }
    }
    return put("]");
  }

  @Override
  public Boolean visitSequence(Sequence sequence) {
    boolean expressed = true;
    for (Node item : sequence.items()) {
      expressed &= item instanceof Alternation ? put("(?:", item, ")") : item.accept(this);
    }
    return expressed;
  }

  @Override
  public Boolean visitAlternation(Alternation alternation) {
    boolean expressed = true;
    String between = "";
    for (Node branch : alternation.branches()) {
      text.append(between);
      expressed &= put("", branch, "");
      between = "|";
    }
    return expressed;
  }

  @Override
  public Boolean visitRepetition(Repetition repetition) {
    boolean single =
        repetition.body() instanceof CharacterClass || repetition.body() instanceof Group;
    boolean expressed = put(single ? "" : "(?:", repetition.body(), single ? "" : ")");
    text.append(quantifier(repetition.minimum(), repetition.maximum()));
    return switch (repetition.mode()) {
      case GREEDY -> expressed;
      case LAZY -> put("?") && expressed;
      case POSSESSIVE -> putPossessive() && expressed;
    };
  }

  /** Makes the last quantifier possessive, if that can be expressed. */
  abstract boolean putPossessive();

  private static String quantifier(int minimum, int maximum) {
    if (maximum == Repetition.UNBOUNDED) {
      return minimum == 0 ? "*" : minimum == 1 ? "+" : "{" + minimum + ",}";
    }
    return minimum == 0 && maximum == 1 ? "?" : "{" + minimum + "," + maximum + "}";
  }

  @Override
  public Boolean visitGroup(Group group) {
    return put("(", group.body(), ")");
  }

  /** Writes a byte so that both engines take it for itself. */
  private void quote(char c) {
    if (NamedSets.WORD.contains(c)) {
      text.append(c);
    } else if (c > ' ' && c < 0x7F) {
      text.append('\\').append(c);
    } else {
      text.append("\\x").append(hexadecimal(c >> 4)).append(hexadecimal(c));
    }
  }

  private static char hexadecimal(int digit) {
    return "0123456789ABCDEF".charAt(digit & 0xF);
  }
}
