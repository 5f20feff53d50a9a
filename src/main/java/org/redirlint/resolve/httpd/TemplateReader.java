package org.redirlint.resolve.httpd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.MapLookup;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Unread;
import org.redirlint.model.Template.Variable;

/** Reads the strings of mod_rewrite: variables, backreferences, maps (do_expand). */
final class TemplateReader {

  /** How deep look-ups are read inside of look-ups; nobody writes more than two or three. */
  private static final int DEEPEST = 50;

  private final String text;
  private final int depth;

  /** For each brace that opens, the one that closes it; -1 if there is none. */
  private final int[] closing;

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private TemplateReader(String text, int depth) {
    this.text = text;
    this.depth = depth;
    this.closing = closing(text);
  }

  /** Reads a string; mod_rewrite refuses none. */
  static Template read(String text) {
    return new TemplateReader(text, 0).read();
  }

  private Template inner(String part) {
    return new TemplateReader(part, depth + 1).read();
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
    int end = closing[at + 1];
    if (end < 0) {
      literal.append(kind).append('{');
      return at + 2;
    }
    if (kind == '%') {
      add(new Variable(text.substring(at + 2, end)));
      return end + 1;
    }
    int colon = find(':', at + 2, end);
    if (colon < 0) {
      literal.append("${");
      return at + 2;
    }
    if (depth == DEEPEST) {
      add(new Unread(text.substring(at, end + 1)));
      return end + 1;
    }
    int bar = find('|', colon + 1, end);
    String key = text.substring(colon + 1, bar < 0 ? end : bar);
    String otherwise = bar < 0 ? "" : text.substring(bar + 1, end);
    add(new MapLookup(text.substring(at + 2, colon), inner(key), inner(otherwise)));
    return end + 1;
  }

  /** Finds the braces that belong together, in one go (find_closing_curly). */
  private static int[] closing(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        open.push(at);
      } else if (c == '}' && !open.isEmpty()) {
        closing[open.pop()] = at;
      }
    }
    return closing;
  }

  /** Returns where a character stands outside of inner braces (find_char_in_curlies). */
  private int find(char wanted, int from, int end) {
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == wanted) {
        return at;
      } else if (c == '{' && closing[at] >= 0) {
        at = closing[at];
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
