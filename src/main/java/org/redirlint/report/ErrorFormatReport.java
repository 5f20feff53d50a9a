package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.source.Position;
import org.redirlint.source.Printable;

/**
 * One line for each finding, {@code file:line:column: severity: message [rule]}, as editors and
 * reviewdog read them: vim's {@code errorformat} for it is {@code %f:%l:%c: %t%*[a-z]: %m}.
 */
public final class ErrorFormatReport implements Report {

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    for (Diagnostic diagnostic : result.diagnostics()) {
      out.write(line(diagnostic) + "\n");
    }
  }

  /** Returns a finding on one line, harmless for a terminal. */
  static String line(Diagnostic diagnostic) {
    Position start = diagnostic.origin().start();
    return "%s:%d:%d: %s: %s [%s]"
        .formatted(
            Printable.of(diagnostic.origin().file().path()),
            start.line(),
            start.column(),
            diagnostic.severity().label(),
            Printable.of(diagnostic.message()),
            diagnostic.rule().id());
  }
}
