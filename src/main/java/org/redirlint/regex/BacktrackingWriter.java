package org.redirlint.regex;

import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.Atomic;
import org.redirlint.regex.syntax.Backreference;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Unsupported;

/** Writes a syntax tree for java.util.regex with {@code UNIX_LINES}. */
final class BacktrackingWriter extends EngineWriter {

  private BacktrackingWriter() {}

  /**
   * Returns the pattern in the words of java.util.regex.
   *
   * @throws IllegalArgumentException if the pattern holds what is not understood
   */
  static String write(Node root) {
    BacktrackingWriter writer = new BacktrackingWriter();
    if (!root.accept(writer)) {
      throw new IllegalArgumentException("the pattern holds what is not understood");
    }
    return writer.text();
  }

  @Override
  boolean putPossessive() {
    return put("+");
  }

  @Override
  public Boolean visitAnchor(Anchor anchor) {
    return switch (anchor.place()) {
      case START -> put("\\A");
      case END -> put("\\z");
      case LAST_LINE_END -> put("$");
      // Java finds no beginning of a line in an empty subject.
      case LINE_START -> put("(?:\\A|(?m:^))");
      case LINE_END -> put("(?m:$)");
      // Java's own \b takes letters beyond ASCII for word characters.
      case WORD_EDGE -> put("(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))");
      case NO_WORD_EDGE -> put("(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))");
    };
  }

  @Override
  public Boolean visitAtomic(Atomic atomic) {
    return put("(?>", atomic.body(), ")");
  }

  @Override
  public Boolean visitLookaround(Lookaround lookaround) {
    String direction = lookaround.behind() ? "(?<" : "(?";
    return put(direction + (lookaround.negative() ? "!" : "="), lookaround.body(), ")");
  }

  @Override
  public Boolean visitBackreference(Backreference backreference) {
    // A group of its own keeps the digits that follow out of the number.
    return put((backreference.ignoreCase() ? "(?i:\\" : "(?:\\") + backreference.number() + ")");
  }

  @Override
  public Boolean visitUnsupported(Unsupported unsupported) {
    return false;
  }
}
