package org.redirlint.regex;

import java.util.Arrays;

/** Writes a text for each character. */
final class Substitution implements Transducer {

  private final String[] table;

  Substitution(String[] table) {
    this.table = table;
  }

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return 0;
  }

  @Override
  public String written(int state, char character) {
    return table[character];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Substitution substitution && Arrays.equals(substitution.table, table);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(table);
  }
}
