package org.redirlint.regex;

import java.util.Random;

/** Random texts and patterns over few characters, so that they meet. */
final class RandomTexts {

  private static final String ALPHABET = "aabbc/-A1\n\u00e9";

  private static final String[] ATOMS = {
    "a", "b", "ab", "/", "-", "[ab]", "[^a]", "[^/]", ".", "\\w", "\\d", "(?i:a)", "\\n", "\u00e9"
  };
  private static final String[] PLACES = {"^", "$", "\\b", "\\B", "\\z", "(?m:^)", "(?m:$)"};
  private static final String[] QUANTIFIERS = {"*", "+", "?", "{2}", "{1,2}", "*?", "+?", "{0,2}"};
  private static final String[] OPENINGS = {"(", "(", "(?:", "(?:"};
  private static final String[] LOOKAROUNDS = {"(?=", "(?!"};

  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** Returns a pattern of the regular subset. */
  String pattern() {
    return alternation(2);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private String alternation(int depth) {
    StringBuilder pattern = new StringBuilder(sequence(depth));
    while (random.nextInt(4) == 0) {
      pattern.append('|').append(sequence(depth));
    }
    return pattern.toString();
  }

  private String sequence(int depth) {
    StringBuilder pattern = new StringBuilder();
    for (int left = random.nextInt(4); left >= 0; left--) {
      pattern.append(item(depth));
    }
    return pattern.toString();
  }

  private String item(int depth) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return one(PLACES);
    }
    if (kind == 1 && depth > 0) {
      return one(LOOKAROUNDS) + alternation(depth - 1) + ")";
    }
    String atom = kind < 5 && depth > 0 ? one(OPENINGS) + alternation(depth - 1) + ")" : one(ATOMS);
    return random.nextInt(3) == 0 ? "(?:" + atom + ")" + one(QUANTIFIERS) : atom;
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
