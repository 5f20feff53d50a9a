package org.redirlint.diagnostic;

import java.util.List;
import org.redirlint.source.Origin;

/**
 * Something that stopped a file from being read or loaded; the rule of that name reports it.
 *
 * @param rule the rule's id
 * @param origin where it was met
 * @param message what is wrong, one sentence
 * @param related further places, the line that opened an unclosed block for one
 */
public record Problem(String rule, Origin origin, String message, List<Related> related) {

  /** The id of problems with a file's syntax. */
  public static final String SYNTAX_ERROR = "syntax-error";

  /** The id of a missing closing tag that httpd forgives while the section's condition holds. */
  public static final String UNCLOSED_SECTION = "unclosed-section";

  public Problem {
    related = List.copyOf(related);
  }

  /** Returns a problem without further places. */
  public static Problem of(String rule, Origin origin, String message) {
    return new Problem(rule, origin, message, List.of());
  }
}
