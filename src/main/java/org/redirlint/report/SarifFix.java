package org.redirlint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.source.Position;
import org.redirlint.source.Printable;
import org.redirlint.source.SourceFile;
import tools.jackson.core.JsonGenerator;

/** Fixes of SARIF, section 3.55 of the standard. */
final class SarifFix {

  private SarifFix() {}

  /** Writes the property {@code fixes} with one fix. */
  static void write(Fix fix, JsonGenerator generator) {
    Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
    fix.edits()
        .forEach(
            edit ->
                byFile.computeIfAbsent(edit.file().path(), path -> new ArrayList<>()).add(edit));
    generator.writeArrayPropertyStart("fixes");
    generator.writeStartObject();
    generator.writeObjectPropertyStart("description");
    generator.writeStringProperty("text", Printable.of(fix.description()));
    generator.writeEndObject();
    generator.writeArrayPropertyStart("artifactChanges");
    byFile.forEach((path, edits) -> write(path, edits, generator));
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
  }

  private static void write(String path, List<TextEdit> edits, JsonGenerator generator) {
    generator.writeStartObject();
    SarifLocation.writeArtifact(path, generator);
    generator.writeArrayPropertyStart("replacements");
    for (TextEdit edit : edits) {
      Position start = edit.file().position(edit.span().start());
      Position end = edit.file().position(edit.span().end());
      generator.writeStartObject();
      generator.writeObjectPropertyStart("deletedRegion");
      generator.writeNumberProperty("startLine", start.line());
      generator.writeNumberProperty("startColumn", start.column());
      generator.writeNumberProperty("endLine", end.line());
      generator.writeNumberProperty("endColumn", end.column());
      generator.writeEndObject();
      if (!edit.text().isEmpty()) {
        generator.writeObjectPropertyStart("insertedContent");
        generator.writeStringProperty("text", SourceFile.readable(edit.text()));
        generator.writeEndObject();
      }
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }
}
