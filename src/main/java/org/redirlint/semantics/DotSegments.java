package org.redirlint.semantics;

import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/**
 * What clients take out of the paths of targets: segments of one dot, and segments of two dots with
 * the segment before each. The path is read from its end, as it is only there known which segments
 * stay.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4">RFC 3986 section 5.2.4</a>
 */
public final class DotSegments implements Transducer {

  private static final int MOST_UPWARDS = 3;

  private static final Language FAR_UPWARDS =
      matching("(?s)^(?:/(?:.*/)?\\.\\.){" + (MOST_UPWARDS + 1) + "}(?:/|\\z)");

  /** How a segment has begun, read from its end. */
  private static final int NOTHING = 0;

  private static final int DOT = 1;
  private static final int TWO_DOTS = 2;
  private static final int OTHER = 3;
  private static final int BEGINNINGS = 4;

  /** The last segment leaves its slash behind. */
  private static final int LAST_SEGMENT = (MOST_UPWARDS + 1) * BEGINNINGS;

  private static final Transducer BACKWARDS = Transducer.tabled(new DotSegments());

  private DotSegments() {}

  /**
   * Returns what becomes of some paths; empty where one of them has too many segments of two dots.
   *
   * @param paths the paths, beginning with a slash; encoded dots are not taken for dots
   */
  public static Optional<Language> removed(Language paths) {
    return paths.meets(FAR_UPWARDS)
        ? Optional.empty()
        : Optional.of(paths.reversed().image(BACKWARDS).reversed());
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

  private static Language matching(String pattern) {
    return Regex.constant(pattern).match(Language.ALL).matching();
  }

  private static String beginsWithDots(String dots, char character, boolean last) {
    if (character == '/') {
      return last ? "/" : "";
    }
    return character == '.' && dots.length() < 2 ? "" : dots + character;
  }
}
