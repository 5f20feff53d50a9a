package org.redirlint.report;

import java.io.Writer;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.FixOutcome;
import org.redirlint.diagnostic.Related;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.source.Origin;
import org.redirlint.source.Position;
import org.redirlint.source.SourceFile;
import tools.jackson.core.JsonGenerator;

/** Diagnostics for programs: one JSON object, described in {@code src/site/markdown/json.md}. */
public final class JsonReport implements Report {

  private static final int VERSION = 1;

  @Override
  public void write(CheckResult result, Writer out) {
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartObject();
      generator.writeNumberProperty("version", VERSION);
      generator.writeNumberProperty("files", result.files());
      generator.writeArrayPropertyStart("diagnostics");
      result.diagnostics().forEach(diagnostic -> write(diagnostic, generator));
      generator.writeEndArray();
      generator.writeArrayPropertyStart("verdicts");
      result.verdicts().forEach(verdict -> Json.write(verdict, generator));
      generator.writeEndArray();
      write(result.fixes(), generator);
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }

  private static void write(Diagnostic diagnostic, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("rule", diagnostic.rule().id());
    generator.writeStringProperty("severity", diagnostic.severity().label());
    generator.writeStringProperty("message", diagnostic.message());
    Position start = diagnostic.origin().start();
    Position end = diagnostic.origin().end();
    generator.writeStringProperty("file", diagnostic.origin().file().path());
    generator.writeNumberProperty("line", start.line());
    generator.writeNumberProperty("column", start.column());
    generator.writeNumberProperty("endLine", end.line());
    generator.writeNumberProperty("endColumn", end.column());
    if (!diagnostic.assumptions().isEmpty()) {
      generator.writeArrayPropertyStart("assumptions");
      diagnostic.assumptions().forEach(generator::writeString);
      generator.writeEndArray();
    }
    if (!diagnostic.related().isEmpty()) {
      generator.writeArrayPropertyStart("related");
      diagnostic.related().forEach(related -> write(related, generator));
      generator.writeEndArray();
    }
    if (!diagnostic.trace().isEmpty()) {
      generator.writeName("witness");
      writeRequest(diagnostic.trace().get(0), generator);
      generator.writeArrayPropertyStart("trace");
      diagnostic.trace().forEach(hop -> writeHop(hop, generator));
      generator.writeEndArray();
    }
    diagnostic.fix().ifPresent(fix -> write(fix, generator));
    diagnostic.origin().includedBy().ifPresent(includer -> writeIncludes(includer, generator));
    generator.writeEndObject();
  }

  private static void write(Fix fix, JsonGenerator generator) {
    generator.writeObjectPropertyStart("fix");
    generator.writeStringProperty("description", fix.description());
    generator.writeBooleanProperty("onlyIfNamed", fix.onlyIfNamed());
    generator.writeArrayPropertyStart("edits");
    for (TextEdit edit : fix.edits()) {
      Position start = edit.file().position(edit.span().start());
      Position end = edit.file().position(edit.span().end());
      generator.writeStartObject();
      generator.writeStringProperty("file", edit.file().path());
      generator.writeNumberProperty("line", start.line());
      generator.writeNumberProperty("column", start.column());
      generator.writeNumberProperty("endLine", end.line());
      generator.writeNumberProperty("endColumn", end.column());
      generator.writeStringProperty("text", SourceFile.readable(edit.text()));
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void write(FixOutcome outcome, JsonGenerator generator) {
    if (outcome.equals(FixOutcome.NONE)) {
      return;
    }
    generator.writeArrayPropertyStart("fixed");
    for (FixOutcome.Fixed fixed : outcome.fixed()) {
      generator.writeStartObject();
      generator.writeStringProperty("file", fixed.path());
      generator.writeNumberProperty("findings", fixed.findings());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeArrayPropertyStart("refusedFixes");
    for (FixOutcome.Refused refused : outcome.refused()) {
      Position start = refused.finding().origin().start();
      generator.writeStartObject();
      generator.writeStringProperty("rule", refused.finding().rule().id());
      generator.writeStringProperty("file", refused.finding().origin().file().path());
      generator.writeNumberProperty("line", start.line());
      generator.writeStringProperty("reason", refused.reason());
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }

  private static void write(Related related, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("file", related.origin().file().path());
    generator.writeNumberProperty("line", related.origin().start().line());
    generator.writeStringProperty("message", related.message());
    generator.writeEndObject();
  }

  private static void writeRequest(TracedRequest request, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("method", request.method());
    generator.writeStringProperty("url", request.url());
    if (!request.headers().isEmpty()) {
      generator.writeArrayPropertyStart("headers");
      request.headers().forEach(generator::writeString);
      generator.writeEndArray();
    }
    generator.writeEndObject();
  }

  private static void writeHop(TracedRequest hop, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("method", hop.method());
    generator.writeStringProperty("url", hop.url());
    hop.status().ifPresent(status -> generator.writeNumberProperty("status", status));
    hop.location().ifPresent(target -> generator.writeStringProperty("location", target));
    hop.decidedBy()
        .ifPresent(
            place -> {
              generator.writeStringProperty("file", place.file().path());
              generator.writeNumberProperty("line", place.start().line());
            });
    generator.writeEndObject();
  }

  /** The chain of includes, the nearest first. */
  private static void writeIncludes(Origin nearest, JsonGenerator generator) {
    generator.writeArrayPropertyStart("includedFrom");
    for (Origin place = nearest; place != null; place = place.includedBy().orElse(null)) {
      generator.writeStartObject();
      generator.writeStringProperty("file", place.file().path());
      generator.writeNumberProperty("line", place.start().line());
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }
}
