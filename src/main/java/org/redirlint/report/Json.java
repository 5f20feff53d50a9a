package org.redirlint.report;

import java.io.Writer;
import org.redirlint.diagnostic.SiteVerdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What the formats in JSON have in common. */
final class Json {

  private Json() {}

  /** Returns a generator whose output is harmless to look at, and which leaves the writer open. */
  static JsonGenerator generator(Writer out) {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .createGenerator(ObjectWriteContext.empty(), new EscapingWriter(out));
  }

  /** Writes what is known of a site. */
  static void write(SiteVerdict verdict, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("scope", verdict.scope());
    generator.writeStringProperty("verdict", verdict.verdict().word());
    verdict
        .longestChain()
        .ifPresent(longest -> generator.writeNumberProperty("longestChain", longest));
    verdict.reason().ifPresent(reason -> generator.writeStringProperty("reason", reason));
    generator.writeEndObject();
  }
}
