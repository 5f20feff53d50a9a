package org.redirlint.regex.automaton;

import java.util.Arrays;

/** Some numbers, equal to others if they are the same in the same order. */
final class Numbers {

  private final int[] values;
  private final int hash;

  /** Takes the numbers, which must not be changed afterwards. */
  Numbers(int[] values) {
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  int[] values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers numbers
        && numbers.hash == hash
        && Arrays.equals(numbers.values, values);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
