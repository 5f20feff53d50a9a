package org.redirlint.regex.syntax;

/**
 * A condition on what stands behind or before a place.
 *
 * @param body what is looked for
 * @param behind whether it must end at the place, rather than begin there
 * @param negative whether it must not be found
 */
public record Lookaround(Node body, boolean behind, boolean negative) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitLookaround(this);
  }
}
