package org.redirlint.report;

import java.util.List;
import java.util.regex.Pattern;
import org.redirlint.source.Printable;
import tools.jackson.core.JsonGenerator;

/** Plain text messages of SARIF, section 3.11 of the standard. */
final class SarifMessage {

  /** What readers would take for a place to put an argument, section 3.11.5. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  private SarifMessage() {}

  /** Writes the property {@code message} with these lines. */
  static void write(List<String> lines, JsonGenerator generator) {
    generator.writeObjectPropertyStart("message");
    generator.writeStringProperty(
        "text", String.join("\n", lines.stream().map(SarifMessage::escaped).toList()));
    generator.writeEndObject();
  }

  /**
   * Returns a line that holds no placeholder and no embedded link (section 3.11.6). Other braces
   * are left alone: few readers make one of two.
   */
  private static String escaped(String line) {
    return PLACEHOLDER.matcher(Printable.of(line)).replaceAll("{{$1}}").replace("](", "] (");
  }
}
