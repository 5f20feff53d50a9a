package org.redirlint.regex.syntax;

/**
 * A part repeated.
 *
 * @param body the part
 * @param minimum how often at least, 0 to 65535
 * @param maximum how often at most, 0 to 65535, or {@link #UNBOUNDED}
 * @param mode which number of repetitions is tried first
 */
public record Repetition(Node body, int minimum, int maximum, Mode mode) implements Node {

  /** The maximum of a repetition without end. */
  public static final int UNBOUNDED = -1;

  /** Which number of repetitions is tried first. */
  public enum Mode {
    /** As many as possible. */
    GREEDY,
    /** As few as possible. */
    LAZY,
    /** As many as possible, and never fewer. */
    POSSESSIVE
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitRepetition(this);
  }
}
