package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.regex.Transformation;

/** {@code VirtualDocumentRoot}: a directory made of parts of the host (mod_vhost_alias). */
final class VirtualRoots {

  private VirtualRoots() {}

  /** Turns a host into its directory. */
  static Transformation of(String pattern, int port) {
    return host -> directory(pattern, host, port);
  }

  private static String directory(String pattern, String host, int port) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%' || i + 1 >= pattern.length()) {
        path.append(c);
        continue;
      }
      char next = pattern.charAt(i + 1);
      if (next == '%' || next == 'p') {
        path.append(next == '%' ? "%" : String.valueOf(port));
        i++;
        continue;
      }
      int end = endOfNumber(pattern, i + 1);
      String text = select(host, pattern.substring(i + 1, end), "\\.");
      if (end < pattern.length() && pattern.charAt(end) == '.') {
        int behind = endOfNumber(pattern, end + 1);
        if (behind > end + 1) {
          text = select(text, pattern.substring(end + 1, behind), "");
          end = behind;
        }
      }
      path.append(text);
      i = end - 1;
    }
    return path.toString();
  }

  private static int endOfNumber(String pattern, int from) {
    int end = from;
    while (end < pattern.length() && "-0123456789".indexOf(pattern.charAt(end)) >= 0) {
      end++;
    }
    return end < pattern.length() && end > from && pattern.charAt(end) == '+' ? end + 1 : end;
  }

  /** Selects a part, or with a plus sign the part and all behind, or before, it. */
  private static String select(String text, String number, String separator) {
    boolean more = number.endsWith("+");
    int index = Integer.parseInt(more ? number.substring(0, number.length() - 1) : number);
    if (index == 0) {
      return text;
    }
    List<String> parts = List.of(text.split(separator, separator.isEmpty() ? 0 : -1));
    int at = index > 0 ? index - 1 : parts.size() + index;
    if (at < 0 || at >= parts.size() || text.isEmpty()) {
      return "_";
    }
    String joint = separator.isEmpty() ? "" : ".";
    if (!more) {
      return parts.get(at);
    }
    return index > 0
        ? String.join(joint, parts.subList(at, parts.size()))
        : String.join(joint, parts.subList(0, at + 1));
  }
}
