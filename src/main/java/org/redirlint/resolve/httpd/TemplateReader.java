package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.MapLookup;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;

/** Reads the strings of mod_rewrite: variables, backreferences, maps (do_expand). */
final class TemplateReader {

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private TemplateReader(String text) {
    this.text = text;
  }

  /** Reads a string; mod_rewrite refuses none. */
  static Template read(String text) {
    return new TemplateReader(text).read();
  }

  private Template read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        literal.append(text.charAt(at + 1));
        at += 2;
      } else if ((c == '$' || c == '%') && at + 1 < text.length()) {
        at = special(at, c);
      } else {
        literal.append(c);
        at++;
      }
    }
    end();
    return new Template(parts);
  }

  private int special(int at, char kind) {
    char next = text.charAt(at + 1);
    if (next >= '0' && next <= '9') {
      add(kind == '$' ? new Backreference(next - '0') : new ConditionBackreference(next - '0'));
      return at + 2;
    }
    if (next != '{') {
      literal.append(kind);
      return at + 1;
    }
    int closing = closing(at + 2);
    if (closing < 0) {
      literal.append(kind).append('{');
      return at + 2;
    }
    if (kind == '%') {
      add(new Variable(text.substring(at + 2, closing)));
      return closing + 1;
    }
    int colon = find(':', at + 2, closing);
    if (colon < 0) {
      literal.append("${");
      return at + 2;
    }
    int bar = find('|', colon + 1, closing);
    String key = text.substring(colon + 1, bar < 0 ? closing : bar);
    String otherwise = bar < 0 ? "" : text.substring(bar + 1, closing);
    add(new MapLookup(text.substring(at + 2, colon), read(key), read(otherwise)));
    return closing + 1;
  }

  /** Returns the brace that closes; -1 if there is none (find_closing_curly). */
  private int closing(int from) {
    int depth = 1;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Returns where a character stands outside of inner braces (find_char_in_curlies). */
  private int find(char wanted, int from, int end) {
    int depth = 1;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == wanted && depth == 1) {
        return at;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
    }
    return -1;
  }

  private void add(Part part) {
    end();
    parts.add(part);
  }

  private void end() {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
