package org.redirlint.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.Golden;
import org.redirlint.SettingsSchemas;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.ruleset.RulesetLoader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of the settings says what their reader understands. */
class SettingsSchemaTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void itKnowsTheKeysThatTheReaderKnows() {
    assertThat(SettingsSchemas.SETTINGS.keys("/properties"))
        .isEqualTo(new TreeSet<>(ProjectSettingsReader.KEYS));
    assertThat(keys("sites")).isEqualTo(new TreeSet<>(ProjectSettingsReader.SITE_KEYS));
    assertThat(keys("overrides")).isEqualTo(new TreeSet<>(ProjectSettingsReader.OVERRIDE_KEYS));
    assertThat(keys("temporary")).isEqualTo(new TreeSet<>(ProjectSettingsReader.TEMPORARY_KEYS));
  }

  private static Set<String> keys(String list) {
    return new TreeSet<>(
        SettingsSchemas.SETTINGS.keys("/properties/" + list + "/oneOf/0/properties"));
  }

  /** Editors complete the names of rules, and tell what they are. */
  @ParameterizedTest
  @ValueSource(strings = {"SETTINGS", "RULESET"})
  void itListsTheRules(SettingsSchemas schema) {
    ObjectNode tree = (ObjectNode) schema.tree();
    ObjectNode rules = (ObjectNode) tree.at("/definitions/rules/properties");
    rules.removeAll();
    for (RuleInfo info : RulesetLoader.load("all").infos()) {
      ObjectNode rule = rules.putObject(info.id());
      rule.put("description", info.summary());
      rule.putArray("allOf").addObject().put("$ref", "#/definitions/setting");
    }
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    Golden.check(
        schema.file(),
        mapper.writeValueAsString(tree).replace(System.lineSeparator(), "\n") + "\n");
  }

  @Test
  void bothSchemasSayTheSame() {
    assertThat(SettingsSchemas.RULESET.tree().get("definitions"))
        .isEqualTo(SettingsSchemas.SETTINGS.tree().get("definitions"));
  }

  @Test
  void itTakesAllSettingsThatAreUnderstood() throws IOException {
    List<String> settings = new ArrayList<>();
    settings.add("");
    settings.add(Files.readString(Golden.TESTDATA.resolve("settings/relaxed.yaml")));
    settings.add(Files.readString(Golden.TESTDATA.resolve("promises/.redirlint.yaml")));
    settings.add(Files.readString(Path.of("src/it/configured/conf/redirlint.yaml")));
    settings.add(InitialSettings.of(Path.of("")));
    settings.add(InitialSettings.of(Golden.TESTDATA));
    Matcher block = BLOCK.matcher(Files.readString(Path.of("src/site/markdown/configuration.md")));
    while (block.find()) {
      settings.add(block.group(1));
    }
    assertThat(settings).hasSizeGreaterThan(6);
    for (String text : settings) {
      assertThat(text.isEmpty() ? List.of() : SettingsSchemas.SETTINGS.mistakes(text))
          .as(text)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rule: {}",
        "rules: [a]",
        "rules: {stray-307: of}",
        "rules: {stray-307: {severity: fatal}}",
        "rules: {stray-307: {option: {}}}",
        "extends: recommend",
        "overrides: [{files: a}]",
        "overrides: [{files: a, rules: {stray-307: on}}]",
        "temporary: [{directive: x}]",
        "temporary: [{directive: x, reason: y, until: soon}]",
        "sites: [{tls: up}]",
        "sites: [{host: a}]",
        "own: [{id: a, message: b}]",
        "own: [{id: a, match: {directive: c}}]",
        "own: [{id: a, message: b, match: {}}]",
        "own: [{id: a, message: b, match: {server: nginx}}]",
        "own: [{id: a, message: b, match: {server: caddy, status: 301}}]",
        "own: [{id: a, message: b, match: {status: 200}}]",
        "own: [{id: a, message: b, match: {paths: /a}}]",
        "promises: [{for: /a, stays: true}]",
        "promises: [{id: a, stays: true}]",
        "promises: [{id: a, for: /a}]",
        "promises: [{id: A b, for: /a, stays: true}]",
        "promises: [{id: a, for: /a, nevr: 301}]",
        "promises: [{id: a, for: /a, never: 310}]",
        "promises: [{id: a, for: /a, within: many}]",
        "promises: [{id: a, for: /a, within: 21}]",
        "promises: [{id: a, for: /a, stays: false}]",
        "promises: [{id: a, for: /a, stays: true, severity: bad}]",
      })
  void itRefusesMistakes(String settings) {
    assertThat(SettingsSchemas.SETTINGS.mistakes(settings)).isNotEmpty();
  }
}
