package org.redirlint.rule.pattern;

import java.util.Optional;
import java.util.regex.Pattern;
import org.redirlint.rule.pattern.WrittenPattern.Subject;

/** The dots of a regular expression that are meant as dots, and match any character. */
final class LooseDots {

  /** A dot in front of one of these is the dot of a file's name. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\.\\(?(?:\\?:)?(?:html?|php[0-9]?|phtml|aspx?|jsp|cgi|js|css|png|jpe?g|jpg|gif|ico|svg"
              + "|webp|woff2?|ttf|eot|xml|txt|json|pdf|zip|gz|tgz|mp[34]|swf|bak|sql|ini|conf|log)"
              + "(?![A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_HOST = Pattern.compile("\\.[A-Za-z0-9()]");
  private static final String QUANTIFIERS = "*+?{";

  private LooseDots() {}

  /** Returns the expression with these dots escaped; empty if it has none. */
  static Optional<String> escaped(String text, Subject subject) {
    if (text.contains("\\Q")) {
      return Optional.empty();
    }
    Pattern meant = subject == Subject.HOST ? IN_HOST : EXTENSION;
    StringBuilder escaped = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '\\') {
        end = at + 2;
      } else if (c == '[') {
        end = classEnd(text, at);
      } else if (c == '.'
          && !isQuantified(text, at)
          && (at > 0 || subject == Subject.PATH)
          && !text.startsWith(".", at - 1)
          && meant.matcher(text).region(at, text.length()).lookingAt()) {
        escaped.append('\\');
      }
      end = Math.min(end, text.length());
      escaped.append(text, at, end);
      at = end;
    }
    return escaped.length() == text.length() ? Optional.empty() : Optional.of(escaped.toString());
  }

  private static boolean isQuantified(String text, int dot) {
    return dot + 1 < text.length() && QUANTIFIERS.indexOf(text.charAt(dot + 1)) >= 0;
  }

  /** A bracket right behind the opening one, or its negation, does not close a class. */
  private static int classEnd(String text, int open) {
    int at = open + 1;
    at += text.startsWith("^", at) ? 1 : 0;
    at += text.startsWith("]", at) ? 1 : 0;
    while (at < text.length() && text.charAt(at) != ']') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
