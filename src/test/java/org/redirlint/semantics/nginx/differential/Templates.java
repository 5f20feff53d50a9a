package org.redirlint.semantics.nginx.differential;

import org.redirlint.semantics.RandomWords;

/** Makes random texts with variables. */
final class Templates {

  private final RandomWords random;

  Templates(RandomWords random) {
    this.random = random;
  }

  /** Returns a text with variables, possibly empty. */
  String template(int most) {
    StringBuilder text = new StringBuilder();
    int count = random.number(most + 1);
    for (int i = 0; i < count; i++) {
      String piece = random.any("pieces");
      boolean glued = piece.matches("[A-Za-z0-9_].*") && text.toString().matches(".*\\$[a-z_0-9]+");
      text.append(glued ? "/" : "").append(piece);
    }
    return text.toString();
  }

  /** Returns a text as one word of a configuration. */
  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
