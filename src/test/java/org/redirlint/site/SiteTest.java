package org.redirlint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redirlint.Golden;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.ruleset.RulesetLoader;

/** The documentation is rendered from what runs: a stale page fails. */
class SiteTest {

  private static final Path PAGES = Path.of("src/site/markdown/rules");
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- rules: written by SiteTest -->\n";
  private static final String END = "<!-- end of rules -->\n";
  private static final String SESSION_BEGIN = "<!-- session: written by SiteTest -->\n";
  private static final String SESSION_END = "<!-- end of session -->\n";

  private final List<RuleInfo> rules = RulesetLoader.load("all").infos();

  @Test
  void everyRuleHasItsPageAndNothingElseHas() throws IOException {
    for (RuleInfo rule : rules) {
      Golden.check(PAGES.resolve(rule.id() + ".md"), RulePage.render(rule));
    }
    assertThat(Golden.list(PAGES))
        .extracting(page -> String.valueOf(page.getFileName()))
        .containsExactlyInAnyOrderElementsOf(
            rules.stream().map(rule -> rule.id() + ".md").toList());
  }

  @Test
  void theReadmeListsTheRules() throws IOException {
    String table =
        rules.stream()
            .map(SiteTest::row)
            .collect(
                Collectors.joining("", "| rule | severity | finds |\n| --- | --- | --- |\n", ""));
    checkReadme(BEGIN, table, END);
  }

  @Test
  void theReadmeShowsARealSession() throws IOException {
    String session =
        Files.readString(Golden.TESTDATA.resolve("cli/check-sites.txt"))
            .replace("$ redirlint", "$ bin/redirlint")
            .replaceAll("exit status \\d+\n$", "");
    checkReadme(SESSION_BEGIN, "```text\n" + session + "```\n", SESSION_END);
  }

  private static String row(RuleInfo rule) {
    return "| [`%s`](src/site/markdown/rules/%s.md) | %s | %s |\n"
        .formatted(rule.id(), rule.id(), rule.severity().label(), rule.summary());
  }

  private static void checkReadme(String begin, String content, String end) throws IOException {
    String readme = Files.readString(README);
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf(end);
    assertThat(readme).contains(begin, end);
    Golden.check(README, readme.substring(0, from) + content + readme.substring(to));
  }
}
