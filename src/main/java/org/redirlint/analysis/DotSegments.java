package org.redirlint.analysis;

import org.redirlint.regex.Language;
import org.redirlint.regex.Transducer;

/**
 * What clients take out of the paths of targets: segments of one dot, and segments of two dots with
 * the segment before each. The path is read from its end, as it is only there known which segments
 * stay.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986 section 5.2.4</a>
 */
final class DotSegments implements Transducer {

  private static final int MOST_UPWARDS = 3;

  /** Paths with dot segments of which clients do not all make the same. */
  private static final Language ENCODED =
      Browser.matching(
          "(?i)(?:%2f(?:\\.|%2e){1,2}(?:\\z|/|%2f)|/(?:\\.|%2e){1,2}%2f|/(?:(?:\\.|%2e)?%2e|%2e\\.)(?:\\z|/))");

  private static final Language FAR_UPWARDS =
      Browser.matching("(?s)^(?:/(?:.*/)?\\.\\.){" + (MOST_UPWARDS + 1) + "}(?:/|\\z)");

  /** How a segment has begun, read from its end. */
  private static final int NOTHING = 0;

  private static final int DOT = 1;
  private static final int TWO_DOTS = 2;
  private static final int OTHER = 3;
  private static final int BEGINNINGS = 4;

  /** The last segment leaves its slash behind. */
  private static final int LAST_SEGMENT = (MOST_UPWARDS + 1) * BEGINNINGS;

  private static final DotSegments BACKWARDS = new DotSegments();

  private DotSegments() {}

  /** Returns at least what becomes of some paths that hold dot segments. */
  static Language removed(Language paths) {
    return paths.meets(ENCODED) || paths.meets(FAR_UPWARDS)
        ? Browser.PATHS
        : paths.reversed().image(Transducer.tabled(BACKWARDS)).reversed();
  }

  @Override
  public int start() {
    return LAST_SEGMENT;
  }

  @Override
  public int next(int state, char character) {
    int beginning = state % BEGINNINGS;
    int upwards = state >= LAST_SEGMENT ? 0 : state / BEGINNINGS;
    if (character != '/') {
      int kind = character == '.' && beginning < TWO_DOTS ? beginning + 1 : OTHER;
      return state - beginning + kind;
    }
    int left =
        switch (beginning) {
          case DOT -> upwards;
          case TWO_DOTS -> Math.min(MOST_UPWARDS, upwards + 1);
          default -> Math.max(0, upwards - 1);
        };
    return left * BEGINNINGS + NOTHING;
  }

  @Override
  public String written(int state, char character) {
    boolean last = state >= LAST_SEGMENT;
    if (!last && state >= BEGINNINGS) {
      return "";
    }
    return switch (state % BEGINNINGS) {
      case NOTHING -> character == '.' ? "" : String.valueOf(character);
      case DOT -> beginsWithDots(".", character, last);
      case TWO_DOTS -> beginsWithDots("..", character, last);
      default -> String.valueOf(character);
    };
  }

  private static String beginsWithDots(String dots, char character, boolean last) {
    if (character == '/') {
      return last ? "/" : "";
    }
    return character == '.' && dots.length() < 2 ? "" : dots + character;
  }
}
