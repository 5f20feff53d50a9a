package org.redirlint.regex.syntax;

/**
 * One byte of a set.
 *
 * @param bytes the set; may be empty
 */
public record CharacterClass(ByteSet bytes) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCharacterClass(this);
  }
}
