package org.redirlint.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.Related;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Results to be written in all formats. */
final class Findings {

  /** What was written to fool a terminal, a CI server, a browser or a parser. */
  static final String EVIL =
      "a\nb\r\u001B[2J\u0007\u009B1m\u202Eevil\u2028%0A::error file=x,line=1::%25 ]]> --> \"'\\"
          + "<script>alert(1)</script>&amp; {0} [x](http://evil/) \uD800 \uFFFE \uDBFF\uDFFF \0";

  /** A character of two UTF-16 units, which must survive. */
  static final String WIDE = "\uD83D\uDE00";

  private Findings() {}

  /** Returns a result in which every text is hostile. */
  static CheckResult hostile() {
    String text = EVIL + WIDE;
    Origin includer = Origin.of(SourceFile.of(text + "includer", text), new Span(0, 1));
    SourceFile file = SourceFile.of(text, "x]]>\u001B%::\"\u202E<b>" + "\u00FF\uD800\n");
    Origin origin = new Origin(file, new Span(0, file.length()), Optional.of(includer));
    TracedRequest hop =
        new TracedRequest(
            text,
            text,
            List.of(text),
            OptionalInt.of(301),
            Optional.of(text),
            Optional.of(includer));
    TracedRequest last =
        new TracedRequest(
            text, text, List.of(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    Diagnostic diagnostic =
        new Diagnostic(
            rule(Severity.ERROR, text),
            Severity.ERROR,
            text,
            origin,
            List.of(new Related(includer, text)),
            List.of(text),
            List.of(hop, last),
            Optional.of(Fix.mending(text, List.of(new TextEdit(file, new Span(0, 2), text)))));
    return new CheckResult(1, List.of(diagnostic), List.of(SiteVerdict.undecided(text, text)));
  }

  /** Returns a result with one finding of each severity and one verdict of each kind. */
  static CheckResult ordinary() {
    SourceFile file = SourceFile.of("conf d/nginx.conf", "return 307 /x;\nreturn 307 /x;\n");
    return new CheckResult(
        2,
        List.of(
            plain(Severity.ERROR, Origin.of(file, new Span(0, 6))),
            plain(Severity.WARNING, Origin.of(file, new Span(7, 10))),
            plain(Severity.INFO, Origin.of(file, new Span(15, 21)))),
        List.of(
            SiteVerdict.loopFree("a", OptionalInt.of(2), List.of()),
            SiteVerdict.loops("b"),
            SiteVerdict.undecided("c", "it is too large")));
  }

  /** Returns a result of files in which nothing was found, and of which nothing is known. */
  static CheckResult nothing() {
    return new CheckResult(3, List.of(), List.of());
  }

  /** Returns what a format writes to a file. */
  static String write(ReportFormat format, CheckResult result) {
    return write(format.report(false, false), result);
  }

  /** Returns a report of a result. */
  static String write(Report report, CheckResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      report.write(result, out);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Diagnostic plain(Severity severity, Origin origin) {
    return new Diagnostic(
        rule(severity, "mend it"),
        severity,
        "something is wrong",
        origin,
        List.of(),
        List.of(),
        List.of());
  }

  private static RuleInfo rule(Severity severity, String text) {
    return new RuleInfo(
        "rule-" + severity.label(),
        "0.1.0",
        severity,
        List.of("nginx"),
        text,
        text,
        text,
        List.of());
  }
}
