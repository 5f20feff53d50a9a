package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/** What httpd asks of texts. */
final class Tests {

  private static final String CONTROLS = controls();

  static final Classifier<Boolean> EMPTY = Classifier.in(TextSet.of(""));
  static final Classifier<Boolean> ABSOLUTE_PATH = Classifier.in(TextSet.startingWith("/"));
  static final Classifier<Boolean> ENDS_WITH_SLASH = Classifier.in(TextSet.endingWith("/"));
  static final Classifier<Boolean> HAS_QUESTION_MARK =
      Classifier.in(TextSet.kept(TextSet.holding("?")));
  static final Classifier<Boolean> ABSOLUTE_URL =
      described(
          text -> Escapes.schemeLength(text) > 0,
          TextSet.matching(
              "^(?i)(?:ajp|balancer|fcgi|h2c?|https?|scgi|uwsgi|wss?|ftp|gopher|ldaps?)://"
                  + "|^(?i)(?:mailto|unix|news):|^(?i)nntp://"));
  static final Classifier<Boolean> QUERY_POSSIBLE =
      described(
          text -> Escapes.schemeLength(text) == 0 || Escapes.hasQuery(text),
          new TextSet.Outside(TextSet.matching("^(?i)(?:(?:ftp|gopher|ldaps?|nntp)://|news:)")));

  /** Whether a text holds a space or a control character ({@code ap_scan_vchar_obstext}). */
  static final Classifier<Boolean> UNPRINTABLE =
      Classifier.in(TextSet.holding(CONTROLS + " \u007f"));

  /** Whether a header's value may be sent ({@code ap_scan_http_field_content}). */
  static final Classifier<Boolean> SENDABLE =
      Classifier.in(new TextSet.Outside(TextSet.holding(CONTROLS.replace("\t", "") + "\u007f")));

  /** Whether a text is a URL ({@code ap_is_url}). */
  static final Classifier<Boolean> URL =
      described(
          Tests::isUrl,
          TextSet.matching(
              "^[A-Za-z0-9+.\\-\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff]+://"));

  private Tests() {}

  private static boolean isUrl(String text) {
    int colon = text.indexOf(':');
    return colon > 0
        && text.startsWith("//", colon + 1)
        && text.substring(0, colon)
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
  }

  private static String controls() {
    StringBuilder controls = new StringBuilder();
    for (char c = 0; c < ' '; c++) {
      controls.append(c);
    }
    return controls.toString();
  }

  /** Tells by a function whether a text is in a set. */
  static Classifier<Boolean> described(Function<String, Boolean> function, TextSet set) {
    return Classifier.described(
        function, List.of(new Case<>(set, true), new Case<>(TextSet.all(), false)));
  }

  static Classifier<Boolean> startsWith(String prefix) {
    return Classifier.in(TextSet.startingWith(prefix));
  }

  static Classifier<Boolean> is(String expected) {
    return Classifier.in(TextSet.of(expected));
  }

  static Classifier<Boolean> isIgnoringCase(String expected) {
    return described(
        expected::equalsIgnoreCase,
        new TextSet.InAnyCase(TextSet.of(TextSet.InAnyCase.LOWER_CASE.apply(expected))));
  }

  static Classifier<Boolean> isOneOf(Set<String> texts) {
    return Classifier.in(new TextSet.OneOf(texts));
  }

  static Classifier<Boolean> longerThan(int length) {
    return Classifier.among(List.of(false, true), text -> text.length() > length);
  }

  /**
   * Tells the same where an answer to a longer text would lead nowhere: looking at all texts at
   * once, there is no need to follow those.
   */
  static Classifier<Boolean> longerThanMost(int length) {
    return Classifier.among(List.of(false), text -> text.length() > length);
  }

  /** Tells whether a text fits a pattern with {@code *} and {@code ?} ({@code ap_strcmp_match}). */
  static Classifier<Boolean> fits(String pattern, boolean ignoreCase) {
    return Classifier.among(
        List.of(true, false), text -> Wildcards.fits(text, pattern, ignoreCase));
  }
}
