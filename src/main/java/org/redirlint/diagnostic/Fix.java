package org.redirlint.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * How a finding is mended by a program.
 *
 * @param description what it does, one sentence without a full stop
 * @param edits the changes, all of which belong together; at least one
 * @param changesAnswers whether requests that the edited directives act on are answered differently
 *     afterwards; all others never are
 * @param onlyIfNamed whether it is applied only if its rule was named, as nobody can tell whether
 *     it is wanted
 */
public record Fix(
    String description, List<TextEdit> edits, boolean changesAnswers, boolean onlyIfNamed) {

  /** Takes a copy. */
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a fix without an edit");
    }
  }

  /** Returns a fix that changes the answers of the directives it edits. */
  public static Fix mending(String description, List<TextEdit> edits) {
    return new Fix(description, edits, true, false);
  }

  /** Returns a fix after which every request is answered as before. */
  public static Fix tidying(String description, List<TextEdit> edits) {
    return new Fix(description, edits, false, false);
  }

  /** Returns the same fix, applied only if its rule was named. */
  public Fix ifNamed() {
    return new Fix(description, edits, changesAnswers, true);
  }

  /** Returns this fix with the edits of another one. */
  public Fix and(Fix other) {
    List<TextEdit> both = new ArrayList<>(edits);
    both.addAll(other.edits);
    return new Fix(
        description,
        both,
        changesAnswers || other.changesAnswers,
        onlyIfNamed || other.onlyIfNamed);
  }
}
