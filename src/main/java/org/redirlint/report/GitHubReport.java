package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Severity;
import org.redirlint.source.Position;
import org.redirlint.source.Printable;

/**
 * Workflow commands of GitHub Actions, which become annotations at the lines of a change. GitHub's
 * documentation, "Workflow commands for GitHub Actions", describes them; how they are escaped is
 * what {@code escapeData} and {@code escapeProperty} of its toolkit do.
 */
public final class GitHubReport implements Report {

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    for (Diagnostic diagnostic : result.diagnostics()) {
      out.write(command(diagnostic) + "\n");
    }
  }

  private static String command(Diagnostic diagnostic) {
    Position start = diagnostic.origin().start();
    Position end = diagnostic.origin().end();
    String columns =
        start.line() == end.line()
            ? ",col=%d,endColumn=%d".formatted(start.column(), end.column())
            : "";
    return "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s"
        .formatted(
            command(diagnostic.severity()),
            property(diagnostic.origin().file().path()),
            start.line(),
            end.line(),
            columns,
            property("redirlint: " + diagnostic.rule().id()),
            Stream.concat(
                    Stream.of(diagnostic.message()),
                    Note.of(diagnostic).stream().map(Note::toString))
                .map(GitHubReport::data)
                .collect(Collectors.joining("%0A")));
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return Printable.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
