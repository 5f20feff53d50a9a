package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.semantics.Domain;

/** Puts captured groups into a text (ap_pregsub). */
final class Substitution {

  private Substitution() {}

  /** Replaces {@code $0} to {@code $9} and {@code &}; a backslash takes away their meaning. */
  static <V> V put(Domain<V> domain, String text, List<V> groups) {
    V value = domain.literal("");
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      int group = c == '&' ? 0 : c == '$' && next >= '0' && next <= '9' ? next - '0' : -1;
      if (group >= 0) {
        value = domain.concatenate(value, domain.literal(literal.toString()));
        literal.setLength(0);
        if (group < groups.size()) {
          value = domain.concatenate(value, groups.get(group));
        }
        i += c == '$' ? 1 : 0;
      } else if (c == '\\' && (next == '$' || next == '&')) {
        literal.append(next);
        i++;
      } else {
        literal.append(c);
      }
    }
    return domain.concatenate(value, domain.literal(literal.toString()));
  }
}
