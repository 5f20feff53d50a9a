package org.redirlint.regex;

import java.util.Set;

/** A set of texts so simple that a text can be looked up in it without an automaton. */
public sealed interface TextSet {

  /** Every text. */
  TextSet ALL = new Around("", "", 0);

  /** The empty text alone. */
  TextSet EMPTY = of("");

  /** Tells whether a text is in the set. */
  boolean contains(String text);

  /** Returns the set of some texts. */
  static TextSet of(String... texts) {
    return new OneOf(Set.of(texts));
  }

  /** Returns the texts that begin so. */
  static TextSet startingWith(String start) {
    return new Around(start, "", 0);
  }

  /** Returns the texts that end so. */
  static TextSet endingWith(String end) {
    return new Around("", end, 0);
  }

  /** Returns the texts with at least so many characters. */
  static TextSet notShorterThan(int length) {
    return new Around("", "", length);
  }

  /** Returns the texts that hold one of these characters. */
  static TextSet holding(String characters) {
    return new Holding(characters);
  }

  /** Returns the texts a regular expression matches, which must be exact for every language. */
  static TextSet matching(String pattern) {
    return new Matching(Regex.constant(pattern));
  }

  /**
   * The texts that hold one of some characters.
   *
   * @param characters the characters
   */
  record Holding(String characters) implements TextSet {
    @Override
    public boolean contains(String text) {
      if (characters.length() == 1) {
        return text.indexOf(characters.charAt(0)) >= 0;
      }
      for (int i = 0; i < text.length(); i++) {
        if (characters.indexOf(text.charAt(i)) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The texts a regular expression matches.
   *
   * @param regex the expression
   */
  record Matching(Regex regex) implements TextSet {
    @Override
    public boolean contains(String text) {
      return regex.match(text) instanceof MatchResult.Matched;
    }
  }

  /**
   * The texts of a set that are not in another.
   *
   * @param set the set
   * @param removed the other
   */
  record Without(TextSet set, TextSet removed) implements TextSet {
    @Override
    public boolean contains(String text) {
      return set.contains(text) && !removed.contains(text);
    }
  }

  /**
   * The texts that are not in a set.
   *
   * @param set the set
   */
  record Outside(TextSet set) implements TextSet {
    @Override
    public boolean contains(String text) {
      return !set.contains(text);
    }
  }

  /**
   * Some texts.
   *
   * @param texts the texts
   */
  record OneOf(Set<String> texts) implements TextSet {
    /** Takes the texts. */
    public OneOf {
      texts = Set.copyOf(texts);
    }

    @Override
    public boolean contains(String text) {
      return texts.contains(text);
    }
  }

  /**
   * The texts with a certain beginning and end, which do not overlap.
   *
   * @param start the beginning
   * @param end the end
   * @param length the least number of characters
   */
  record Around(String start, String end, int length) implements TextSet {
    @Override
    public boolean contains(String text) {
      return text.length() >= Math.max(length, start.length() + end.length())
          && text.startsWith(start)
          && text.endsWith(end);
    }
  }

  /**
   * The texts that are in a set once their ASCII letters are in lower case.
   *
   * @param lower the set
   */
  record InAnyCase(TextSet lower) implements TextSet {
    @Override
    public boolean contains(String text) {
      return lower.contains(LOWER_CASE.apply(text));
    }

    /** Turns ASCII letters to lower case. */
    public static final Transducer LOWER_CASE =
        Transducer.ofEach(c -> String.valueOf((char) (c >= 'A' && c <= 'Z' ? c + 0x20 : c)));
  }
}
