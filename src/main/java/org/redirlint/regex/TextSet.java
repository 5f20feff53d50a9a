package org.redirlint.regex;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A set of texts so simple that a text can be looked up in it without an automaton. */
public sealed interface TextSet {

  /** Tells whether a text is in the set. */
  boolean contains(String text);

  /**
   * Tells whether all texts that begin and end so are in the set, or none of them; empty where that
   * is not so or not easily seen. Beginning and end do not overlap.
   */
  default Optional<Boolean> containsAllAround(String start, String end) {
    return Optional.empty();
  }

  /** Returns every text. */
  static TextSet all() {
    return new Around("", "", 0);
  }

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
   * Returns the texts that pass a test, which are those a regular expression matches.
   *
   * @param pattern what languages read instead of the test; it must be exact for every language
   */
  static TextSet passing(Predicate<String> test, String pattern) {
    return new Passing(test, new Lazy<>(() -> Language.of(matching(pattern))));
  }

  /** Returns a set that keeps its language once it is made: a constant of this program. */
  static TextSet kept(TextSet set) {
    return new Passing(set::contains, new Lazy<>(() -> Language.of(set)));
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

    @Override
    public Optional<Boolean> containsAllAround(String start, String end) {
      return contains(start) || contains(end) ? Optional.of(true) : Optional.empty();
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
   * The texts that pass a test.
   *
   * @param test the test
   * @param language the same texts
   */
  record Passing(Predicate<String> test, Lazy<Language> language) implements TextSet {
    @Override
    public boolean contains(String text) {
      return test.test(text);
    }
  }

  /**
   * The texts of a set, each behind the same beginning.
   *
   * @param start the beginning
   * @param rest the set
   */
  record Behind(String start, TextSet rest) implements TextSet {
    @Override
    public boolean contains(String text) {
      return text.startsWith(start) && rest.contains(text.substring(start.length()));
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

    @Override
    public Optional<Boolean> containsAllAround(String start, String end) {
      Optional<Boolean> inSet = set.containsAllAround(start, end);
      Optional<Boolean> inRemoved = removed.containsAllAround(start, end);
      return inSet.equals(Optional.of(false)) || inRemoved.equals(Optional.of(true))
          ? Optional.of(false)
          : inSet.isPresent() && inRemoved.isPresent() ? Optional.of(true) : Optional.empty();
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

    @Override
    public Optional<Boolean> containsAllAround(String start, String end) {
      return set.containsAllAround(start, end).map(all -> !all);
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

    @Override
    public Optional<Boolean> containsAllAround(String start, String end) {
      Around around = new Around(start, end, 0);
      return texts.stream().noneMatch(around::contains) ? Optional.of(false) : Optional.empty();
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

    @Override
    public Optional<Boolean> containsAllAround(String before, String behind) {
      boolean all =
          before.startsWith(start)
              && behind.endsWith(end)
              && before.length() + behind.length() >= length;
      boolean some =
          (before.startsWith(start) || start.startsWith(before))
              && (behind.endsWith(end) || end.endsWith(behind));
      return all || !some ? Optional.of(all) : Optional.empty();
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

    @Override
    public Optional<Boolean> containsAllAround(String start, String end) {
      return lower.containsAllAround(LOWER_CASE.apply(start), LOWER_CASE.apply(end));
    }

    /** Turns ASCII letters to lower case. */
    public static final Transducer LOWER_CASE =
        Transducer.ofEach(c -> String.valueOf((char) (c >= 'A' && c <= 'Z' ? c + 0x20 : c)));
  }
}
