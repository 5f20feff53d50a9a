package org.redirlint.analysis;

import java.util.List;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/**
 * What browsers send.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Standard, URL parsing</a>
 */
final class Browser {

  /** The methods that are told apart. */
  static final Language METHODS =
      Language.anyOf(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));

  /** Host names in lower case. */
  static final Language HOSTS = matching("^[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\z");

  /** Paths that hold a dot segment, which browsers take out before they send anything. */
  static final Language WITH_DOT_SEGMENTS = matching("(?i)(?:/|%2f)(?:\\.|%2e){1,2}(?:\\z|/|%2f)");

  /** Paths with dot segments of which clients do not all make the same. */
  static final Language ENCODED_DOT_SEGMENTS =
      matching(
          "(?i)(?:%2f(?:\\.|%2e){1,2}(?:\\z|/|%2f)|/(?:\\.|%2e){1,2}%2f|/(?:(?:\\.|%2e)?%2e|%2e\\.)(?:\\z|/))");

  /** Paths without dot segments, percent-encoded where they have to be. */
  static final Language PATHS =
      matching(
              "^/(?:[!$&'()*+,\\-./0-9:;=@A-Z\\[\\]_a-z|~^]|%(?:0[1-9A-Fa-f]|[1-9A-Fa-f][0-9A-Fa-f]))*\\z")
          .minus(WITH_DOT_SEGMENTS);

  /** Queries with their question mark, or none at all. */
  static final Language QUERIES =
      matching("^(?:\\?[!$%&'()*+,\\-./0-9:;=?@A-Z\\[\\]\\\\^_`a-z{|}~]*)?\\z");

  /** Paths that hold a percent sign or a plus. */
  static final Language ESCAPED = matching("[%+]");

  private Browser() {}

  private static Language matching(String pattern) {
    return Regex.constant(pattern).match(Language.ALL).matching();
  }
}
