package org.redirlint.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.diagnostic.RuleInfo;

/** The rulesets to choose from. */
class RulesetsTest {

  static List<String> names() {
    return RulesetLoader.NAMES.stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachHoldsRulesOfAllAndSaysWhatCannotBeRead(String name) {
    assertThat(ids(name)).isSubsetOf(ids("all"));
    if (!name.equals("methods") && !name.equals("security")) {
      assertThat(ids(name)).contains("syntax-error", "redirect-loop");
    }
  }

  @Test
  void topicsKeepToThemselves() {
    assertThat(ids("methods")).contains("inconsistent-method-branches").doesNotContain("stray-307");
    assertThat(ids("security"))
        .contains("open-redirect", "hsts-missing")
        .doesNotContain("stray-307");
    assertThat(ids("seo")).contains("stray-307", "lost-query").doesNotContain("open-redirect");
    assertThat(ids("recommended")).doesNotContain("hsts-missing");
    assertThat(ids("strict")).containsExactlyElementsOf(ids("all"));
  }

  @Test
  void anUnknownOneIsSaid() {
    assertThatThrownBy(() -> RulesetLoader.load("stric"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no ruleset \"stric\"; did you mean \"strict\"?");
    assertThatThrownBy(() -> RulesetLoader.load("../rulesets/all"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> ids(String ruleset) {
    return RulesetLoader.load(ruleset).infos().stream().map(RuleInfo::id).toList();
  }
}
