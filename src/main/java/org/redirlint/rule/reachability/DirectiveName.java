package org.redirlint.rule.reachability;

import java.util.regex.Pattern;
import org.redirlint.source.Origin;

/** Names a directive in a message: its first line, cut short where that is long. */
final class DirectiveName {

  private static final int LONGEST = 60;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern END = Pattern.compile(" ?;$");

  private DirectiveName() {}

  static String of(Origin place) {
    String text = place.file().text().substring(place.span().start(), place.span().end());
    String line = END.matcher(SPACE.matcher(head(text)).replaceAll(" ").strip()).replaceAll("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** Returns what stands before a block's body. */
  private static String head(String text) {
    int body = text.indexOf(" {");
    int semicolon = text.indexOf(';');
    boolean isBlock = body >= 0 && (semicolon < 0 || body < semicolon);
    return isBlock ? text.substring(0, body) : text;
  }
}
