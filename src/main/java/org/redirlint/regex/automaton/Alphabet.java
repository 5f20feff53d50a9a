package org.redirlint.regex.automaton;

import java.util.List;

/** The characters of automata: bytes, and above them markers that are no part of any text. */
public final class Alphabet {

  /** The highest byte. */
  public static final char LAST_BYTE = 0xFF;

  /** The first marker; each assertion of a pattern has one of its own. */
  public static final char FIRST_MARKER = 0x100;

  /** The last marker of an assertion. */
  public static final char LAST_ASSERTION = 0x1EF;

  /** Stands where a captured text begins. */
  public static final char OPEN = 0x1F0;

  /** Stands where a captured text ends. */
  public static final char CLOSE = 0x1F1;

  /** Stands at the place an assertion speaks of. */
  public static final char HERE = 0x1F2;

  /** The last marker. */
  public static final char LAST_MARKER = HERE;

  /** The last character of each kind: bytes, assertions, and each other marker. */
  static final List<Character> LAST_OF_KIND = List.of(LAST_BYTE, LAST_ASSERTION, OPEN, CLOSE, HERE);

  private Alphabet() {}
}
