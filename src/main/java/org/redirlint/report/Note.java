package org.redirlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.source.Origin;

/**
 * What is told of a finding below its message.
 *
 * @param kind what the text is, in one word
 * @param text one line, as the configuration has it: not yet made harmless
 */
public record Note(String kind, String text) {

  /** How a finding is mended, the same for all of a rule. */
  public static final String HELP = "help";

  /** What --fix does to mend it. */
  private static final String FIX = "fix";

  /** Longer traces say nothing new. */
  private static final int LONGEST_TRACE = 6;

  /** Returns all there is to tell of a finding, how to mend it first. */
  public static List<Note> of(Diagnostic diagnostic) {
    String named = " (with --rule " + diagnostic.rule().id() + ")";
    List<Note> notes = new ArrayList<>();
    if (!diagnostic.rule().help().isEmpty()) {
      notes.add(new Note(HELP, diagnostic.rule().help()));
    }
    diagnostic
        .fix()
        .ifPresent(
            fix -> notes.add(new Note(FIX, fix.description() + (fix.onlyIfNamed() ? named : ""))));
    diagnostic.trace().stream()
        .limit(LONGEST_TRACE)
        .map(hop -> new Note("trace", hop + decidedBy(hop, diagnostic.origin())))
        .forEach(notes::add);
    diagnostic.assumptions().forEach(assumption -> notes.add(new Note("if", assumption)));
    diagnostic
        .related()
        .forEach(
            related ->
                notes.add(new Note("see", place(related.origin()) + " " + related.message())));
    Optional<Origin> includer = diagnostic.origin().includedBy();
    while (includer.isPresent()) {
      notes.add(new Note("included", "from " + place(includer.get())));
      includer = includer.get().includedBy();
    }
    return notes;
  }

  @Override
  public String toString() {
    return kind + ": " + text;
  }

  /** Where a hop is decided, if not in the line that is shown. */
  private static String decidedBy(TracedRequest hop, Origin shown) {
    return hop.decidedBy()
        .filter(
            place ->
                !place.file().path().equals(shown.file().path())
                    || place.start().line() != shown.start().line())
        .map(place -> "  (" + place(place) + ")")
        .orElse("");
  }

  private static String place(Origin origin) {
    return origin.file().path() + ":" + origin.start().line();
  }
}
