package org.redirlint.regex.syntax;

/**
 * A part of a regular expression.
 *
 * <p>A tree holds no option: the reader has applied them, so that a letter whose case is ignored is
 * a class of two bytes, and a dot is a class with or without the line feed.
 */
public sealed interface Node
    permits Literal,
        CharacterClass,
        Sequence,
        Alternation,
        Repetition,
        Group,
        Atomic,
        Anchor,
        Lookaround,
        Backreference,
        Unsupported {

  /** Calls the visitor's method for this kind of node. */
  <R> R accept(Visitor<R> visitor);

  /**
   * One method for each kind of node.
   *
   * @param <R> what a visit returns
   */
  interface Visitor<R> {

    /** Visits bytes that stand for themselves. */
    R visitLiteral(Literal literal);

    /** Visits a set of bytes. */
    R visitCharacterClass(CharacterClass characterClass);

    /** Visits parts that follow each other. */
    R visitSequence(Sequence sequence);

    /** Visits alternatives. */
    R visitAlternation(Alternation alternation);

    /** Visits a repetition. */
    R visitRepetition(Repetition repetition);

    /** Visits a capturing group. */
    R visitGroup(Group group);

    /** Visits an atomic group. */
    R visitAtomic(Atomic atomic);

    /** Visits an anchor. */
    R visitAnchor(Anchor anchor);

    /** Visits a lookahead or a lookbehind. */
    R visitLookaround(Lookaround lookaround);

    /** Visits a backreference. */
    R visitBackreference(Backreference backreference);

    /** Visits what is recognised and not understood. */
    R visitUnsupported(Unsupported unsupported);
  }
}
