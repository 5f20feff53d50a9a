package org.redirlint.regex;

import java.util.Optional;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.Atomic;
import org.redirlint.regex.syntax.Backreference;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Unsupported;

/** Writes a syntax tree for RE2/J, as far as RE2/J can mean the same. */
final class LinearWriter extends EngineWriter {

  private boolean sameGroups = true;

  private LinearWriter() {}

  /** Returns the matcher of a pattern; empty if RE2/J cannot express it, or finds it too large. */
  static Optional<LinearMatcher> write(Node root) {
    LinearWriter writer = new LinearWriter();
    return root.accept(writer)
        ? LinearMatcher.compile(writer.text(), writer.sameGroups)
        : Optional.empty();
  }

  /** A part that can be empty is repeated differently: PCRE ends with an empty repetition. */
  @Override
  public Boolean visitRepetition(Repetition repetition) {
    sameGroups &= repetition.maximum() == 1 || !repetition.body().accept(new CanBeEmpty());
    return super.visitRepetition(repetition);
  }

  @Override
  boolean putPossessive() {
    return false;
  }

  @Override
  public Boolean visitAnchor(Anchor anchor) {
    return switch (anchor.place()) {
      case START -> put("\\A");
      case END -> put("\\z");
      // RE2/J's dollar does not see a line feed at the end: see LinearMatcher.agreesOn.
      case LAST_LINE_END -> put("$");
      case WORD_EDGE -> put("\\b");
      case NO_WORD_EDGE -> put("\\B");
      // RE2/J's circumflex also holds behind a line feed that ends the subject.
      case LINE_START -> false;
      case LINE_END -> put("(?m:$)");
    };
  }

  @Override
  public Boolean visitAtomic(Atomic atomic) {
    return false;
  }

  @Override
  public Boolean visitLookaround(Lookaround lookaround) {
    return false;
  }

  @Override
  public Boolean visitBackreference(Backreference backreference) {
    return false;
  }

  @Override
  public Boolean visitUnsupported(Unsupported unsupported) {
    return false;
  }
}
