package org.redirlint.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Rule;
import org.redirlint.rule.RuleOptions;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the rulesets that come with redirlint. */
public final class RulesetLoader {

  private static final String FOLDER = "/org/redirlint/rulesets/";
  private static final String RULES = "org.redirlint.rule.";
  private static final String EXTENDS = "extends";

  private final YAMLMapper yaml =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Returns a ruleset with all that it extends.
   *
   * @throws IllegalArgumentException if there is no ruleset of that name
   */
  public Ruleset load(String name) {
    return new Ruleset(List.copyOf(rules(name).values()));
  }

  /** What a ruleset says of a rule holds over what those say that it extends. */
  private SortedMap<String, ConfiguredRule> rules(String name) {
    SortedMap<String, ConfiguredRule> rules = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : read(name).properties()) {
      if (entry.getKey().equals(EXTENDS)) {
        entry.getValue().forEach(extended -> rules.putAll(rules(extended.asString())));
      } else if (entry.getValue().isObject()) {
        rules.put(
            entry.getKey(),
            rule(entry.getKey(), yaml.treeToValue(entry.getValue(), RuleEntry.class)));
      } else {
        rules.remove(entry.getKey());
      }
    }
    return rules;
  }

  private JsonNode read(String name) {
    try (InputStream stream = RulesetLoader.class.getResourceAsStream(FOLDER + name + ".yaml")) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no ruleset \"" + name + "\"");
      }
      return yaml.readTree(stream);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ConfiguredRule rule(String id, RuleEntry entry) {
    RuleInfo info =
        new RuleInfo(
            id,
            entry.since(),
            Severity.valueOf(entry.severity().toUpperCase(Locale.ROOT)),
            entry.servers(),
            entry.summary(),
            entry.why(),
            entry.help(),
            entry.references());
    String check = entry.check();
    Rule rule =
        check == null
            ? project -> project.problems(id).map(Finding::of)
            : instantiate(check, entry.options());
    return new ConfiguredRule(info, entry.message(), rule);
  }

  /** A rule that takes options is given them; options that no rule takes are a mistake. */
  private static Rule instantiate(String check, @Nullable Map<String, List<String>> options) {
    try {
      Class<? extends Rule> rule = Class.forName(RULES + check).asSubclass(Rule.class);
      return options == null
          ? rule.getDeclaredConstructor().newInstance()
          : rule.getDeclaredConstructor(RuleOptions.class).newInstance(new RuleOptions(options));
    } catch (ReflectiveOperationException | ClassCastException notRule) {
      throw new IllegalStateException("no rule " + RULES + check, notRule);
    }
  }
}
