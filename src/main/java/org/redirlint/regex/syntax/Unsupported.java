package org.redirlint.regex.syntax;

/**
 * What PCRE accepts and redirlint does not understand: recursion, conditions, verbs and the like.
 * It can make the whole pattern mean anything.
 *
 * @param what its name and its text
 */
public record Unsupported(String what) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitUnsupported(this);
  }
}
