package org.redirlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an example says it is to be blamed for: {@code # expect: rule "part of the message"}, in a
 * comment above the line.
 */
public record Expectation(int line, String rule, String message) {

  private static final Pattern COMMENT =
      Pattern.compile("\\s*# expect: ([a-z0-9-]+)(?: \"((?:[^\"\\\\]|\\\\.)*)\")?\\s*");

  /** Returns what a file expects; expectations stack, and speak of the first other line below. */
  public static List<Expectation> in(List<String> lines) {
    List<Expectation> expectations = new ArrayList<>();
    List<Matcher> waiting = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.matches()) {
        waiting.add(comment);
      } else {
        for (Matcher expected : waiting) {
          String message = expected.group(2) == null ? "" : expected.group(2);
          expectations.add(
              new Expectation(i + 1, expected.group(1), message.replaceAll("\\\\(.)", "$1")));
        }
        waiting.clear();
      }
    }
    return expectations;
  }

  @Override
  public String toString() {
    return line + ": " + rule + " \"" + message + '"';
  }
}
