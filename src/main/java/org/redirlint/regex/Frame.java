package org.redirlint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;

/** An open parenthesis, or the pattern itself: the alternatives and items read so far. */
final class Frame {

  private final Word open;
  private final Options outside;
  private final OptionalInt restart;
  private final UnaryOperator<Node> close;
  private final List<Node> branches = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Node> items = new ArrayList<>();
  private boolean repeatable;

  /**
   * Opens a frame.
   *
   * @param open the opening parenthesis
   * @param outside the options that are in force again behind the frame
   * @param restart the number of groups so far, where each alternative counts on from there
   * @param close makes a node of what the frame holds
   */
  Frame(Word open, Options outside, OptionalInt restart, UnaryOperator<Node> close) {
    this.open = open;
    this.outside = outside;
    this.restart = restart;
    this.close = close;
  }

  Word open() {
    return open;
  }

  Options outside() {
    return outside;
  }

  OptionalInt restart() {
    return restart;
  }

  /** Adds a byte that stands for itself. */
  void add(char c) {
    text.append(c);
    repeatable = true;
  }

  /** Adds an item that can be repeated. */
  void add(Node item) {
    addOnce(item);
    repeatable = true;
  }

  /** Adds an item that no quantifier may follow. */
  void addOnce(Node item) {
    flush();
    items.add(item);
    repeatable = false;
  }

  /** Forbids a quantifier here. */
  void nothingToRepeat() {
    repeatable = false;
  }

  /** Repeats the last item; returns whether there is one. */
  boolean repeat(int minimum, int maximum, Repetition.Mode mode) {
    if (!repeatable) {
      return false;
    }
    char last = text.length() > 0 ? text.charAt(text.length() - 1) : 0;
    Node body;
    if (text.length() > 0) {
      text.setLength(text.length() - 1);
      flush();
      body = new Literal(String.valueOf(last));
    } else {
      body = items.remove(items.size() - 1);
    }
    addOnce(repetition(body, minimum, maximum, mode));
    return true;
  }

  /** A condition that holds, holds however often it is asked: PCRE asks at most once. */
  private static Node repetition(Node body, int minimum, int maximum, Repetition.Mode mode) {
    if (body instanceof Lookaround && maximum != 0) {
      return minimum > 0 ? body : new Repetition(body, 0, 1, mode);
    }
    return new Repetition(body, minimum, maximum, mode);
  }

  /** Makes the last repetition possessive. */
  void makePossessive() {
    if (items.get(items.size() - 1) instanceof Repetition last) {
      items.set(
          items.size() - 1,
          new Repetition(last.body(), last.minimum(), last.maximum(), Repetition.Mode.POSSESSIVE));
    }
  }

  /** Begins the next alternative. */
  void alternative() {
    flush();
    branches.add(sequence());
    items = new ArrayList<>();
    repeatable = false;
  }

  /** Returns what the frame stands for. */
  Node close() {
    return close.apply(body());
  }

  /** Returns what the frame holds. */
  Node body() {
    flush();
    if (branches.isEmpty()) {
      return sequence();
    }
    List<Node> all = new ArrayList<>(branches);
    all.add(sequence());
    return new Alternation(all);
  }

  private Node sequence() {
    return items.size() == 1 ? items.get(0) : new Sequence(items);
  }

  private void flush() {
    if (text.length() > 0) {
      items.add(new Literal(text.toString()));
      text.setLength(0);
    }
  }
}
