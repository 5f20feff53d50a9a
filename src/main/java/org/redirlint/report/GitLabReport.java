package org.redirlint.report;

import java.io.File;
import java.io.Writer;
import java.util.List;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fingerprint;
import org.redirlint.diagnostic.Severity;
import org.redirlint.source.Printable;
import tools.jackson.core.JsonGenerator;

/**
 * GitLab's Code Quality report, an array in JSON, as "Implement a custom tool" of its documentation
 * describes it.
 */
public final class GitLabReport implements Report {

  @Override
  public void write(CheckResult result, Writer out) {
    List<Fingerprint> fingerprints = Fingerprint.of(result.diagnostics());
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartArray();
      for (int i = 0; i < fingerprints.size(); i++) {
        write(result.diagnostics().get(i), fingerprints.get(i), generator);
      }
      generator.writeEndArray();
      generator.writeRaw('\n');
    }
  }

  private static void write(
      Diagnostic diagnostic, Fingerprint fingerprint, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("description", Printable.of(diagnostic.message()));
    generator.writeStringProperty("check_name", diagnostic.rule().id());
    generator.writeStringProperty("fingerprint", fingerprint.value());
    generator.writeStringProperty("severity", severity(diagnostic.severity()));
    generator.writeObjectPropertyStart("location");
    generator.writeStringProperty(
        "path", diagnostic.origin().file().path().replace(File.separatorChar, '/'));
    generator.writeObjectPropertyStart("lines");
    generator.writeNumberProperty("begin", diagnostic.origin().start().line());
    generator.writeNumberProperty("end", diagnostic.origin().end().line());
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
