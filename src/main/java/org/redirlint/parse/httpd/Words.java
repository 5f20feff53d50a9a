package org.redirlint.parse.httpd;

import org.redirlint.ast.Argument;
import org.redirlint.ast.Quoting;
import org.redirlint.parse.tree.WhiteSpace;
import org.redirlint.parse.tree.WordPool;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * Finds out what httpd takes a word for: the joints of lines removed, quotes and escapes resolved.
 */
final class Words {

  private final SourceFile source;
  private final WordPool pool = new WordPool();

  Words(SourceFile source) {
    this.source = source;
  }

  /** Returns a word that httpd's core cuts ({@code ap_getword_conf}). */
  Argument core(Span token) {
    Span span = trimmed(token);
    String raw = pool.share(source.text(span));
    String joined = join(raw);
    Quoting quoting = quoting(joined);
    return new Argument(span, raw, unescape(joined, quoting), quoting);
  }

  /** Returns a word that mod_rewrite cuts ({@code parseargline}): it resolves no escapes. */
  Argument rewrite(Span token) {
    Span span = trimmed(token);
    String raw = pool.share(source.text(span));
    String joined = join(raw);
    Quoting quoting = quoting(joined);
    if (quoting == Quoting.BARE) {
      return new Argument(span, raw, joined, quoting);
    }
    int closing = joined.indexOf(joined.charAt(0), 1);
    String value = closing < 0 ? joined.substring(1) : joined.substring(1, closing);
    return new Argument(span, raw, value, quoting);
  }

  /**
   * Returns a token's place without joints around it, and, if it ends its line, without the white
   * space that httpd cuts off every line.
   */
  Span trimmed(Span token) {
    String text = source.text();
    int start = token.start();
    int end = token.end();
    while (start < end && joint(text, start) > 0) {
      start += joint(text, start);
    }
    boolean endsLine =
        end == text.length() || text.charAt(end) == '\n' || text.charAt(end - 1) == '\n';
    boolean shorter = true;
    while (shorter && end > start) {
      int before = endsLine ? Math.max(start, WhiteSpace.trimmedEnd(text, end)) : end;
      if (before > start && endsWithJoint(text, start, end)) {
        before = text.lastIndexOf('\\', end - 1);
      }
      shorter = before < end;
      end = before;
    }
    return new Span(start, end);
  }

  /** Removes the places where a backslash at the end of a line joins it with the next one. */
  static String join(String raw) {
    if (raw.indexOf('\n') < 0) {
      return raw;
    }
    StringBuilder joined = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      int joint = joint(raw, i);
      if (joint == 0) {
        joined.append(raw.charAt(i++));
      } else {
        i += joint;
      }
    }
    return joined.toString();
  }

  private static int joint(String text, int at) {
    if (text.startsWith("\\\n", at)) {
      return 2;
    }
    return text.startsWith("\\\r\n", at) ? 3 : 0;
  }

  private static boolean endsWithJoint(String text, int start, int end) {
    return (end - start >= 2 && text.startsWith("\\\n", end - 2))
        || (end - start >= 3 && text.startsWith("\\\r\n", end - 3));
  }

  private static Quoting quoting(String word) {
    if (word.startsWith("\"")) {
      return Quoting.DOUBLE;
    }
    return word.startsWith("'") ? Quoting.SINGLE : Quoting.BARE;
  }

  private static String unescape(String word, Quoting quoting) {
    if (quoting == Quoting.BARE && word.indexOf('\\') < 0) {
      return word;
    }
    char quote = quoting == Quoting.BARE ? '\\' : word.charAt(0);
    StringBuilder value = new StringBuilder(word.length());
    for (int i = quoting == Quoting.BARE ? 0 : 1; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      if (c == '\\' && (next == '\\' || next == quote)) {
        value.append(next);
        i++;
      } else if (c == quote && quoting != Quoting.BARE) {
        break;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
