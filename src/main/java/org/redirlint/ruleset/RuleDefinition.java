package org.redirlint.ruleset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Rule;
import org.redirlint.rule.RuleOptions;
import org.redirlint.ruleset.yaml.Names;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;

/**
 * A rule as it stands in a ruleset, with what rulesets and projects that extend it have changed.
 *
 * @param info what users can read about it
 * @param message what to say of a finding, with {@code {placeholders}} for its values
 * @param check makes what looks for findings, of the options
 * @param options what the class is told, by the options' names
 * @param severity how much every finding matters, if that was changed
 */
record RuleDefinition(
    RuleInfo info,
    String message,
    Function<RuleOptions, Rule> check,
    Map<String, List<String>> options,
    Optional<Severity> severity) {

  private static final String RULES = "org.redirlint.rule.";

  /** The keys of a rule that comes with redirlint. */
  private static final Set<String> KEYS =
      Set.of(
          "since",
          "severity",
          "servers",
          "check",
          "options",
          "summary",
          "message",
          "why",
          "help",
          "references");

  /** The keys of what is changed of a rule. */
  static final Set<String> CHANGES = Set.of("severity", "options");

  static final Map<String, Severity> SEVERITIES =
      Map.of("info", Severity.INFO, "warning", Severity.WARNING, "error", Severity.ERROR);

  /** Reads a rule that comes with redirlint. */
  static RuleDefinition read(String id, Mapping entry) {
    entry.allow(KEYS);
    Map<String, List<String>> options = entry.mapping("options").asTextsByKey();
    RuleInfo info =
        new RuleInfo(
            id,
            entry.get("since").asText(),
            entry.get("severity").asOneOf("severity", SEVERITIES),
            entry.get("servers").asTexts(),
            entry.get("summary").asText(),
            entry.get("why").asText(),
            entry.get("help").asText(),
            new TreeMap<>(options),
            entry.texts("references"));
    return new RuleDefinition(
        info,
        entry.get("message").asText(),
        entry
            .find("check")
            .map(Node::asText)
            .<Function<RuleOptions, Rule>>map(name -> given -> rule(name, given))
            .orElseGet(() -> given -> handingOn(id)),
        options,
        Optional.empty());
  }

  /** Returns the rule with what a mapping says of its severity and its options. */
  RuleDefinition changed(Mapping change) {
    change.allow(CHANGES);
    Map<String, List<String>> changed = new LinkedHashMap<>(options);
    for (Node.Entry option : change.mapping("options").entries()) {
      if (!options.containsKey(option.key())) {
        throw option
            .place()
            .complain(
                options.isEmpty()
                    ? "the rule " + info.id() + " has no options"
                    : Names.unknown(
                        "option of the rule " + info.id(), option.key(), options.keySet()));
      }
      changed.put(
          option.key(),
          isNumber(options.getOrDefault(option.key(), List.of()))
              ? List.of(String.valueOf(option.value().asWholeNumber()))
              : option.value().asTexts());
    }
    return new RuleDefinition(
        info,
        message,
        check,
        changed,
        change.find("severity").map(s -> s.asOneOf("severity", SEVERITIES)).or(() -> severity));
  }

  /** An option is a number if it usually is one. */
  private static boolean isNumber(List<String> values) {
    return values.size() == 1 && values.get(0).matches("[0-9]+");
  }

  /** Returns the rule with another severity for all that it finds. */
  RuleDefinition as(Severity other) {
    return new RuleDefinition(info, message, check, options, Optional.of(other));
  }

  /** Returns the rule, ready to check. */
  ConfiguredRule configured() {
    return new ConfiguredRule(info, severity, message, check.apply(new RuleOptions(options)));
  }

  /** What the parsers and the resolvers report themselves has no class of its own. */
  private static Rule handingOn(String id) {
    return project -> project.problems(id).map(Finding::of);
  }

  /** A rule that takes options is given them; options that no rule takes are a mistake. */
  private static Rule rule(String name, RuleOptions options) {
    try {
      Class<? extends Rule> rule = Class.forName(RULES + name).asSubclass(Rule.class);
      return options.values().isEmpty()
          ? rule.getDeclaredConstructor().newInstance()
          : rule.getDeclaredConstructor(RuleOptions.class).newInstance(options);
    } catch (ReflectiveOperationException | ClassCastException notRule) {
      throw new IllegalStateException("no rule " + RULES + name, notRule);
    }
  }
}
