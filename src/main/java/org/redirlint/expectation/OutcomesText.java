package org.redirlint.expectation;

import java.io.IOException;
import java.util.List;
import org.redirlint.source.Printable;
import org.redirlint.source.SourceFile;

/** What differs from what was expected, for people: a block for each, and how many there are. */
public final class OutcomesText {

  private OutcomesText() {}

  /**
   * Writes what differs.
   *
   * @param quiet whether to leave out the counts
   */
  public static void write(List<Outcome> outcomes, boolean quiet, Appendable out)
      throws IOException {
    List<Outcome> different = outcomes.stream().filter(outcome -> !outcome.isMet()).toList();
    for (Outcome outcome : different) {
      Expectation expectation = outcome.expectation();
      line(out, expectation.place() + "  " + expectation.method() + " " + expectation.url());
      line(out, "  expected  " + expectation.words());
      line(
          out,
          "  found     "
              + outcome.words()
              + outcome.decidedBy().map(place -> "  (" + place + ")").orElse(""));
      out.append('\n');
    }
    if (!quiet) {
      String all = outcomes.size() == 1 ? "1 expectation" : outcomes.size() + " expectations";
      line(out, all + ": " + (different.isEmpty() ? "all met" : different.size() + " not met"));
    }
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(Printable.of(SourceFile.readable(text))).append('\n');
  }
}
