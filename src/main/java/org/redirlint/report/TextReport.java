package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.FixOutcome;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.source.Origin;
import org.redirlint.source.Position;
import org.redirlint.source.Printable;

/**
 * Diagnostics for people: by file, with the line, a caret and, once for each rule, how to mend it.
 */
public final class TextReport implements Report {

  /** Longer lines are cut around the caret. */
  private static final int LONGEST_LINE = 160;

  /** More verdicts than these are counted. */
  private static final int MOST_VERDICTS = 12;

  private final boolean color;
  private final boolean quiet;

  /**
   * Returns a report.
   *
   * @param color whether to use ANSI escape sequences for colours
   * @param quiet whether to leave out the closing line of counts
   */
  public TextReport(boolean color, boolean quiet) {
    this.color = color;
    this.quiet = quiet;
  }

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    String file = "";
    Set<String> helped = new HashSet<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      String path = diagnostic.origin().file().path();
      if (!path.equals(file)) {
        out.write(style(Style.BOLD, Printable.of(path)) + "\n");
        file = path;
      }
      write(diagnostic, helped.add(diagnostic.rule().id()), out);
    }
    writeFixes(result, out);
    if (!quiet) {
      writeVerdicts(result.verdicts(), out);
      out.write(counts(result) + "\n");
      long fixable = result.diagnostics().stream().filter(TextReport::isFixable).count();
      if (fixable > 0) {
        out.write(fixable + " fixable with --fix\n");
      }
    }
  }

  /** Which files were changed is no count: it is told however quiet. */
  private static void writeFixes(CheckResult result, Writer out) throws IOException {
    for (FixOutcome.Fixed fixed : result.fixes().fixed()) {
      out.write(
          "fixed %s in %s\n"
              .formatted(plural(fixed.findings(), "finding"), Printable.of(fixed.path())));
    }
    for (FixOutcome.Refused refused : result.fixes().refused()) {
      out.write("not fixed: " + Printable.of(refused.toString()) + "\n");
    }
  }

  private static boolean isFixable(Diagnostic found) {
    return found.fix().filter(fix -> !fix.onlyIfNamed()).isPresent();
  }

  /** One line for each site, or for each kind of verdict where there are many. */
  private static void writeVerdicts(List<SiteVerdict> verdicts, Writer out) throws IOException {
    if (verdicts.size() <= MOST_VERDICTS) {
      for (SiteVerdict verdict : verdicts) {
        out.write(Printable.of(verdict.toString()) + "\n");
      }
      return;
    }
    for (SiteVerdict.Decision decision : SiteVerdict.Decision.values()) {
      long count = verdicts.stream().filter(v -> v.verdict() == decision).count();
      if (count > 0) {
        out.write(decision.word() + ": " + plural(count, "site") + "\n");
      }
    }
  }

  private void write(Diagnostic diagnostic, boolean withHelp, Writer out) throws IOException {
    Position start = diagnostic.origin().start();
    out.write(
        "  %d:%d  %s  %s  %s\n"
            .formatted(
                start.line(),
                start.column(),
                style(Style.of(diagnostic.severity()), diagnostic.severity().label()),
                Printable.of(diagnostic.message()),
                style(Style.DIM, diagnostic.rule().id())));
    writeLine(diagnostic.origin(), out);
    for (Note note : Note.of(diagnostic)) {
      if (withHelp || !note.kind().equals(Note.HELP)) {
        out.write("      = " + Printable.of(note.toString()) + "\n");
      }
    }
    out.write("\n");
  }

  private void writeLine(Origin origin, Writer out) throws IOException {
    Position start = origin.start();
    Position end = origin.end();
    String line = origin.file().line(start.line());
    int from =
        Math.max(0, Math.min(start.column() - 1 - LONGEST_LINE / 2, line.length() - LONGEST_LINE));
    String shown = line.substring(from, Math.min(line.length(), from + LONGEST_LINE));
    int caret = start.column() - 1 - from;
    int last = end.line() == start.line() ? end.column() - 1 - from : shown.length();
    int width = Math.max(1, Math.min(last, shown.length()) - caret);
    String number = String.valueOf(start.line());
    out.write("  %5s | %s\n".formatted(number, Printable.of(shown)));
    out.write("        | " + " ".repeat(caret) + style(Style.CARET, "^".repeat(width)) + "\n");
  }

  private String counts(CheckResult result) {
    String files = plural(result.files(), "file");
    String leftOut = result.leftOut() > 0 ? ", " + result.leftOut() + " left out" : "";
    return result.diagnostics().isEmpty()
        ? files + ": no issues found" + leftOut
        : files
            + ": "
            + plural(result.count(Severity.ERROR), "error")
            + ", "
            + plural(result.count(Severity.WARNING), "warning")
            + ", "
            + result.count(Severity.INFO)
            + " info"
            + leftOut;
  }

  private static String plural(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  private String style(Style style, String text) {
    return color ? "\u001B[" + style.code + "m" + text + "\u001B[0m" : text;
  }

  private enum Style {
    BOLD("1"),
    DIM("2"),
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    CARET("1;32");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    static Style of(Severity severity) {
      return switch (severity) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case INFO -> INFO;
      };
    }
  }
}
