package org.redirlint.semantics.httpd;

import java.util.Set;
import org.redirlint.semantics.Classifier;

/** What httpd asks of texts. */
final class Tests {

  static final Classifier<Boolean> EMPTY = String::isEmpty;
  static final Classifier<Boolean> ABSOLUTE_PATH = text -> text.startsWith("/");
  static final Classifier<Boolean> ENDS_WITH_SLASH = text -> text.endsWith("/");
  static final Classifier<Boolean> HAS_QUESTION_MARK = text -> text.indexOf('?') >= 0;
  static final Classifier<Boolean> ABSOLUTE_URL = text -> Escapes.schemeLength(text) > 0;
  static final Classifier<Boolean> QUERY_POSSIBLE =
      text -> Escapes.schemeLength(text) == 0 || Escapes.hasQuery(text);

  /** Whether a text holds a space or a control character ({@code ap_scan_vchar_obstext}). */
  static final Classifier<Boolean> UNPRINTABLE =
      text -> text.chars().anyMatch(c -> c <= ' ' || c == 0x7F);

  /** Whether a header's value may be sent ({@code ap_scan_http_field_content}). */
  static final Classifier<Boolean> SENDABLE =
      text -> text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7F));

  /** Whether a text is a URL ({@code ap_is_url}). */
  static final Classifier<Boolean> URL =
      text -> {
        int colon = text.indexOf(':');
        return colon > 0
            && text.startsWith("//", colon + 1)
            && text.substring(0, colon)
                .chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
      };

  private Tests() {}

  static Classifier<Boolean> startsWith(String prefix) {
    return text -> text.startsWith(prefix);
  }

  static Classifier<Boolean> is(String expected) {
    return expected::equals;
  }

  static Classifier<Boolean> isIgnoringCase(String expected) {
    return expected::equalsIgnoreCase;
  }

  static Classifier<Boolean> isOneOf(Set<String> texts) {
    return texts::contains;
  }

  static Classifier<Boolean> longerThan(int length) {
    return text -> text.length() > length;
  }

  /** Tells whether a text fits a pattern with {@code *} and {@code ?} ({@code ap_strcmp_match}). */
  static Classifier<Boolean> fits(String pattern, boolean ignoreCase) {
    return text -> Wildcards.fits(text, pattern, ignoreCase);
  }
}
