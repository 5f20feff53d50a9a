package org.redirlint.report;

import java.util.List;
import org.redirlint.source.Origin;
import org.redirlint.source.Position;
import org.redirlint.source.Printable;
import org.redirlint.source.SourceFile;
import tools.jackson.core.JsonGenerator;

/** Places of SARIF, section 3.28 of the standard. */
final class SarifLocation {

  private static final String BASE = "%SRCROOT%";

  /** Longer pieces of configuration are left out, in bytes. */
  private static final int LONGEST_SNIPPET = 1000;

  private SarifLocation() {}

  /** Writes what file names are relative to. */
  static void writeBase(JsonGenerator generator) {
    generator.writeObjectPropertyStart("originalUriBaseIds");
    generator.writeObjectPropertyStart(BASE);
    generator.writeObjectPropertyStart("description");
    generator.writeStringProperty("text", "The folder in which redirlint was run.");
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeEndObject();
  }

  /** Writes a place. */
  static void write(Origin origin, JsonGenerator generator) {
    generator.writeStartObject();
    writePlace(origin, generator);
    generator.writeEndObject();
  }

  /**
   * Writes a place with what is to be seen there.
   *
   * @param id its number among those of its list
   */
  static void write(Origin origin, int id, String message, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeNumberProperty("id", id);
    writePlace(origin, generator);
    SarifMessage.write(List.of(message), generator);
    generator.writeEndObject();
  }

  /** Writes the property {@code artifactLocation}. */
  static void writeArtifact(String path, JsonGenerator generator) {
    generator.writeObjectPropertyStart("artifactLocation");
    generator.writeStringProperty("uri", ArtifactUri.of(path));
    generator.writeStringProperty("uriBaseId", BASE);
    generator.writeEndObject();
  }

  private static void writePlace(Origin origin, JsonGenerator generator) {
    Position start = origin.start();
    Position end = origin.end();
    generator.writeObjectPropertyStart("physicalLocation");
    writeArtifact(origin.file().path(), generator);
    generator.writeObjectPropertyStart("region");
    generator.writeNumberProperty("startLine", start.line());
    generator.writeNumberProperty("startColumn", start.column());
    generator.writeNumberProperty("endLine", end.line());
    generator.writeNumberProperty("endColumn", end.column());
    writeSnippet(origin, generator);
    generator.writeEndObject();
    generator.writeEndObject();
  }

  /** A snippet is the very text of the region, so one that is not fit to be shown is left out. */
  private static void writeSnippet(Origin origin, JsonGenerator generator) {
    if (origin.span().length() > LONGEST_SNIPPET) {
      return;
    }
    String snippet = SourceFile.readable(origin.file().text(origin.span()));
    if (!snippet.equals(Printable.of(snippet))) {
      return;
    }
    generator.writeObjectPropertyStart("snippet");
    generator.writeStringProperty("text", snippet);
    generator.writeEndObject();
  }
}
