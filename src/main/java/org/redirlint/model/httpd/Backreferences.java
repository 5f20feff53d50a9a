package org.redirlint.model.httpd;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;

/** Texts in which {@code $0} to {@code $9} stand for what a pattern captured (ap_pregsub). */
public final class Backreferences {

  private Backreferences() {}

  /** Reads a text; a backslash takes away the meaning of what follows it, and is left out. */
  public static Template read(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (c == '$' && next >= '0' && next <= '9') {
        endLiteral(literal, parts);
        parts.add(new Backreference(next - '0'));
        i++;
      } else if (c == '\\' && next != 0) {
        literal.append(next);
        i++;
      } else {
        literal.append(c);
      }
    }
    endLiteral(literal, parts);
    return new Template(parts);
  }

  private static void endLiteral(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
