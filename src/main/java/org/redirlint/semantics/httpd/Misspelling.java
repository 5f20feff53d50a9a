package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.model.httpd.Spelling;

/**
 * How one name can be mistaken for another, the likeliest mistake first. The case of ASCII letters
 * never matters.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_speling.html">mod_speling</a>
 */
enum Misspelling {
  /** Other letters are capital. */
  CASE,
  /** Two neighbours have changed places. */
  TRANSPOSITION,
  /** A character is left out. */
  MISSING_CHARACTER,
  /** A character is one too many. */
  EXTRA_CHARACTER,
  /** A character is another one. */
  WRONG_CHARACTER,
  /** Only what is before the first dot is the same. */
  OTHER_EXTENSION;

  /**
   * A name that may be meant.
   *
   * @param name the name
   * @param mistake how it was mistaken
   */
  private record Candidate(String name, Misspelling mistake) {}

  /** What a name leads to. */
  sealed interface Correction {

    /** To nothing. */
    record Nothing() implements Correction {}

    /** To a choice among several names. */
    record Choice() implements Correction {}

    /**
     * To another name.
     *
     * @param name the name
     */
    record Name(String name) implements Correction {}
  }

  /** Finds out which of the names in a directory is meant by one that is not there. */
  static Correction correct(String asked, Collection<String> names, Spelling spelling) {
    if (names.contains(asked)) {
      return new Correction.Nothing();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      of(asked, name, spelling).ifPresent(m -> candidates.add(new Candidate(name, m)));
    }
    if (candidates.isEmpty()) {
      return new Correction.Nothing();
    }
    candidates.sort(Comparator.comparing(Candidate::mistake));
    Candidate best = candidates.get(0);
    boolean clear = candidates.size() == 1 || candidates.get(1).mistake() != best.mistake();
    return clear && best.mistake() != OTHER_EXTENSION
        ? new Correction.Name(best.name())
        : new Correction.Choice();
  }

  private static Optional<Misspelling> of(String asked, String name, Spelling spelling) {
    String left = asked.toLowerCase(Locale.ROOT);
    String right = name.toLowerCase(Locale.ROOT);
    if (left.equals(right)) {
      return Optional.of(CASE);
    }
    Optional<Misspelling> typing = spelling.caseOnly() ? Optional.empty() : typing(left, right);
    boolean sameBase = spelling.basenameMatch() && base(left).equals(base(right));
    return typing.or(() -> sameBase ? Optional.of(OTHER_EXTENSION) : Optional.empty());
  }

  private static Optional<Misspelling> typing(String asked, String name) {
    int same = 0;
    while (same < asked.length()
        && same < name.length()
        && asked.charAt(same) == name.charAt(same)) {
      same++;
    }
    String left = asked.substring(same);
    String right = name.substring(same);
    if (isSwapped(left, right)) {
      return Optional.of(TRANSPOSITION);
    }
    if (!left.isEmpty() && !right.isEmpty() && left.substring(1).equals(right.substring(1))) {
      return Optional.of(WRONG_CHARACTER);
    }
    if (!left.isEmpty() && left.substring(1).equals(right)) {
      return Optional.of(EXTRA_CHARACTER);
    }
    return !right.isEmpty() && right.substring(1).equals(left)
        ? Optional.of(MISSING_CHARACTER)
        : Optional.empty();
  }

  private static boolean isSwapped(String left, String right) {
    return left.length() > 1
        && right.length() > 1
        && left.charAt(0) == right.charAt(1)
        && left.charAt(1) == right.charAt(0)
        && left.substring(2).equals(right.substring(2));
  }

  private static String base(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
