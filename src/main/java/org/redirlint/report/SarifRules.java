package org.redirlint.report;

import java.util.Collection;
import java.util.Optional;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import tools.jackson.core.JsonGenerator;

/** The tool and its rules in SARIF, sections 3.18, 3.19 and 3.49 of the standard. */
final class SarifRules {

  private SarifRules() {}

  /** Writes the tool with what users can read about some of its rules. */
  static void writeDriver(Collection<RuleInfo> rules, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("name", "redirlint");
    generator.writeStringProperty("semanticVersion", ToolVersion.current());
    generator.writeArrayPropertyStart("rules");
    rules.forEach(rule -> write(rule, generator));
    generator.writeEndArray();
    generator.writeEndObject();
  }

  /** Returns the word for a severity. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static void write(RuleInfo rule, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("id", rule.id());
    writeText("shortDescription", rule.summary(), generator);
    writeText("fullDescription", rule.why(), generator);
    writeText("help", help(rule), generator);
    reference(rule).ifPresent(uri -> generator.writeStringProperty("helpUri", uri));
    generator.writeObjectPropertyStart("defaultConfiguration");
    generator.writeStringProperty("level", level(rule.severity()));
    generator.writeEndObject();
    generator.writeObjectPropertyStart("properties");
    generator.writeArrayPropertyStart("tags");
    rule.servers().forEach(generator::writeString);
    generator.writeEndArray();
    generator.writeStringProperty("since", rule.since());
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private static String help(RuleInfo rule) {
    StringBuilder help = new StringBuilder(rule.why()).append("\n\n").append(rule.help());
    rule.references().forEach(reference -> help.append("\n\nRead on: ").append(reference));
    return help.toString();
  }

  private static Optional<String> reference(RuleInfo rule) {
    return rule.references().stream().filter(text -> text.startsWith("https://")).findFirst();
  }

  private static void writeText(String name, String text, JsonGenerator generator) {
    generator.writeObjectPropertyStart(name);
    generator.writeStringProperty("text", text);
    generator.writeEndObject();
  }
}
