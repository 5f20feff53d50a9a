package org.redirlint.regex.syntax;

/**
 * What a group has captured, once more.
 *
 * @param number the group's number, 1-based
 * @param ignoreCase whether the case of ASCII letters does not matter
 */
public record Backreference(int number, boolean ignoreCase) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitBackreference(this);
  }
}
