package org.redirlint.regex.automaton;

/** From which side what cannot be told exactly is approached. */
public enum Bound {
  /** All texts that there are, and perhaps more. */
  UPPER,
  /** Only texts that there are, and perhaps not all. */
  LOWER;

  /** Returns the other side: what is left out of a set is approached from there. */
  Bound other() {
    return this == UPPER ? LOWER : UPPER;
  }
}
