package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.source.Position;

/** Findings in Checkstyle's XML, which most CI servers and review bots read. */
public final class CheckstyleReport implements Report {

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    Markup xml = new Markup(out);
    xml.declaration().start("checkstyle").attribute("version", ToolVersion.current()).line();
    for (FileFindings file : FileFindings.of(result)) {
      xml.start("file").attribute("name", file.path()).line();
      for (Diagnostic diagnostic : file.diagnostics()) {
        write(diagnostic, xml);
      }
      xml.end().line();
    }
    xml.end().line().finish();
  }

  private static void write(Diagnostic diagnostic, Markup xml) throws IOException {
    Position start = diagnostic.origin().start();
    xml.empty("error")
        .attribute("line", start.line())
        .attribute("column", start.column())
        .attribute("severity", diagnostic.severity().label())
        .attribute("message", diagnostic.message())
        .attribute("source", "redirlint." + diagnostic.rule().id())
        .line();
  }
}
