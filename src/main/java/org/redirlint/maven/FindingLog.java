package org.redirlint.maven;

import org.apache.maven.plugin.logging.Log;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.report.Note;
import org.redirlint.source.Position;
import org.redirlint.source.Printable;

/** Tells findings in Maven's log, by its own levels. */
final class FindingLog {

  private final Log log;

  FindingLog(Log log) {
    this.log = log;
  }

  /** Tells every finding and every verdict. */
  void write(CheckResult result) {
    for (Diagnostic diagnostic : result.diagnostics()) {
      write(diagnostic);
    }
    result.verdicts().forEach(verdict -> log.info(Printable.of(verdict.toString())));
    log.info("redirlint has checked %d file(s)".formatted(result.files()));
  }

  private void write(Diagnostic diagnostic) {
    Position start = diagnostic.origin().start();
    write(
        diagnostic,
        "%s:%d:%d: %s [%s]"
            .formatted(
                diagnostic.origin().file().path(),
                start.line(),
                start.column(),
                diagnostic.message(),
                diagnostic.rule().id()));
    for (Note note : Note.of(diagnostic)) {
      write(diagnostic, "    " + note);
    }
  }

  private void write(Diagnostic diagnostic, String line) {
    String text = Printable.of(line);
    switch (diagnostic.severity()) {
      case ERROR -> log.error(text);
      case WARNING -> log.warn(text);
      case INFO -> log.info(text);
    }
  }
}
