package org.redirlint.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.SettingsSchemas;

/** The schema of rulesets says what their reader understands. */
class RulesetSchemaTest {

  @Test
  void itKnowsTheKeysThatTheReaderKnows() {
    Set<String> top = new TreeSet<>(RulesetLoader.OWN);
    top.add("extends");
    assertThat(SettingsSchemas.RULESET.keys("/properties")).isEqualTo(top);
    assertThat(SettingsSchemas.RULESET.keys("/definitions/promise/properties"))
        .isEqualTo(PromiseReader.KEYS);
    assertThat(SettingsSchemas.RULESET.keys("/definitions/ban/properties"))
        .isEqualTo(BanReader.KEYS);
    assertThat(SettingsSchemas.RULESET.keys("/definitions/ban/properties/match/properties"))
        .isEqualTo(new TreeSet<>(BanReader.MATCH_KEYS));
    assertThat(SettingsSchemas.RULESET.keys("/definitions/setting/oneOf/1/properties"))
        .isEqualTo(new TreeSet<>(RuleDefinition.CHANGES));
  }

  @Test
  void itKnowsTheRulesetsThereAre() {
    Set<String> names = new TreeSet<>();
    SettingsSchemas.RULESET
        .tree()
        .at("/definitions/base/anyOf/0/enum")
        .forEach(name -> names.add(name.asString()));
    assertThat(names).isEqualTo(new TreeSet<>(RulesetLoader.NAMES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extends: [recommended, base.yaml]\nstray-307: off\nredirect-chain: {severity: error}\n",
        "promises: {id: a, for: 'POST /a', never: 3xx}\na: info\n",
      })
  void itTakesRulesets(String ruleset) {
    assertThat(SettingsSchemas.RULESET.mistakes(ruleset)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stray-307: of", "extends: [base]", "promises: [{id: a}]", "rules: {a: off}"})
  void itRefusesMistakes(String ruleset) {
    assertThat(SettingsSchemas.RULESET.mistakes(ruleset)).isNotEmpty();
  }
}
