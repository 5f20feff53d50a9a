package org.redirlint.report;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fingerprint;
import org.redirlint.diagnostic.Related;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.source.Origin;
import tools.jackson.core.JsonGenerator;

/**
 * The Static Analysis Results Interchange Format 2.1.0, an OASIS standard that code hosts and
 * editors read. Files are named from the working folder on; a trace of requests is a code flow.
 */
public final class SarifReport implements Report {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  /** The name of our fingerprints; its number changes if what they are made of does. */
  private static final String FINGERPRINT = "redirlint/v1";

  @Override
  public void write(CheckResult result, Writer out) {
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartObject();
      generator.writeStringProperty("$schema", SCHEMA);
      generator.writeStringProperty("version", "2.1.0");
      generator.writeArrayPropertyStart("runs");
      writeRun(result, generator);
      generator.writeEndArray();
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }

  private static void writeRun(CheckResult result, JsonGenerator generator) {
    Map<String, RuleInfo> rules = new LinkedHashMap<>();
    result.diagnostics().forEach(found -> rules.putIfAbsent(found.rule().id(), found.rule()));
    Map<String, Integer> indexes = new LinkedHashMap<>();
    rules.keySet().forEach(id -> indexes.put(id, indexes.size()));
    generator.writeStartObject();
    generator.writeObjectPropertyStart("tool");
    generator.writeName("driver");
    SarifRules.writeDriver(rules.values(), generator);
    generator.writeEndObject();
    generator.writeStringProperty("columnKind", "unicodeCodePoints");
    SarifLocation.writeBase(generator);
    generator.writeArrayPropertyStart("results");
    List<Fingerprint> fingerprints = Fingerprint.of(result.diagnostics());
    for (int i = 0; i < fingerprints.size(); i++) {
      Diagnostic diagnostic = result.diagnostics().get(i);
      writeResult(
          diagnostic,
          indexes.getOrDefault(diagnostic.rule().id(), 0),
          fingerprints.get(i),
          generator);
    }
    generator.writeEndArray();
    generator.writeObjectPropertyStart("properties");
    generator.writeNumberProperty("files", result.files());
    generator.writeArrayPropertyStart("verdicts");
    result.verdicts().forEach(verdict -> Json.write(verdict, generator));
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private static void writeResult(
      Diagnostic diagnostic, int rule, Fingerprint fingerprint, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("ruleId", diagnostic.rule().id());
    generator.writeNumberProperty("ruleIndex", rule);
    generator.writeStringProperty("level", SarifRules.level(diagnostic.severity()));
    SarifMessage.write(message(diagnostic), generator);
    generator.writeArrayPropertyStart("locations");
    SarifLocation.write(diagnostic.origin(), generator);
    generator.writeEndArray();
    writeRelated(related(diagnostic), generator);
    generator.writeObjectPropertyStart("partialFingerprints");
    generator.writeStringProperty(FINGERPRINT, fingerprint.value());
    generator.writeEndObject();
    if (!diagnostic.trace().isEmpty()) {
      writeCodeFlow(diagnostic, generator);
    }
    diagnostic
        .fix()
        .filter(fix -> !fix.onlyIfNamed())
        .ifPresent(fix -> SarifFix.write(fix, generator));
    generator.writeEndObject();
  }

  private static List<String> message(Diagnostic diagnostic) {
    List<String> message = new ArrayList<>(List.of(diagnostic.message()));
    diagnostic.assumptions().forEach(assumption -> message.add("if: " + assumption));
    return message;
  }

  /** Further places and the includes that led to the file, the nearest first. */
  private static List<Related> related(Diagnostic diagnostic) {
    List<Related> related = new ArrayList<>(diagnostic.related());
    Origin included = diagnostic.origin();
    while (included.includedBy().isPresent()) {
      Origin includer = included.includedBy().get();
      related.add(new Related(includer, "includes " + included.file().path()));
      included = includer;
    }
    return related;
  }

  private static void writeRelated(List<Related> related, JsonGenerator generator) {
    if (related.isEmpty()) {
      return;
    }
    generator.writeArrayPropertyStart("relatedLocations");
    for (int i = 0; i < related.size(); i++) {
      SarifLocation.write(related.get(i).origin(), i, related.get(i).message(), generator);
    }
    generator.writeEndArray();
  }

  /**
   * The requests one after the other. Readers refuse a step without a place, so one that no
   * directive decides stands at the finding's.
   */
  private static void writeCodeFlow(Diagnostic diagnostic, JsonGenerator generator) {
    generator.writeArrayPropertyStart("codeFlows");
    generator.writeStartObject();
    generator.writeArrayPropertyStart("threadFlows");
    generator.writeStartObject();
    generator.writeArrayPropertyStart("locations");
    for (int i = 0; i < diagnostic.trace().size(); i++) {
      TracedRequest hop = diagnostic.trace().get(i);
      generator.writeStartObject();
      generator.writeNumberProperty("executionOrder", i + 1);
      generator.writeName("location");
      SarifLocation.write(
          hop.decidedBy().orElse(diagnostic.origin()), i, hop.toString(), generator);
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
  }
}
