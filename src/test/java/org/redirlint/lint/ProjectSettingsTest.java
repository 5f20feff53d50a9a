package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redirlint.lint.settings.InitialSettings;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.ruleset.yaml.InvalidSettingsException;

/** What a project's settings change about a check. */
class ProjectSettingsTest extends ProjectFolder {

  private static final String TEMPORARY = "Redirect 307 /pay https://pay.example.net/\n";

  @BeforeEach
  void makeProject() throws IOException {
    write(".git/HEAD", "");
    write("public/.htaccess", TEMPORARY);
  }

  @Test
  void withoutSettingsTheRecommendedRulesHold() {
    assertThat(check()).containsExactly("public/.htaccess:1 warning stray-307");
  }

  @Test
  void aSeverityIsChanged() throws IOException {
    write(".redirlint.yaml", "rules:\n  stray-307: error\n");
    assertThat(check()).containsExactly("public/.htaccess:1 error stray-307");
  }

  @Test
  void aRuleIsSwitchedOffAndAnotherRulesetExtended() throws IOException {
    write(".redirlint.yaml", "extends: [all]\nrules: {stray-307: off}\n");
    assertThat(check()).isEmpty();
  }

  @Test
  void optionsReachTheRule() throws IOException {
    write("public/.htaccess", "Redirect 301 /form https://example.net/form\n");
    write(
        ".redirlint.yaml",
        "rules: {method-changing-redirect: {severity: error, options: {paths: [/form]}}}\n");
    assertThat(check()).containsExactly("public/.htaccess:1 error method-changing-redirect");
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 5, warning", "2, 2, 2, error", "1, 3, 5, info"})
  void aProjectSaysHowLongAChainMayBe(String told, String warning, String error, String severity)
      throws IOException {
    write("public/.htaccess", "Redirect 301 /a /b\nRedirect 301 /b /c\nRedirect 301 /c /d\n");
    write(
        ".redirlint.yaml",
        "rules: {redirect-chain: {options: {info-above: %s, warning-above: %s, error-above: %s}}}\n"
            .formatted(told, warning, error));
    assertThat(check()).containsExactly("public/.htaccess:1 " + severity + " redirect-chain");
  }

  @Test
  void aChainThatAProjectDoesNotMindIsNotTold() throws IOException {
    write("public/.htaccess", "Redirect 301 /a /b\nRedirect 301 /b /c\nRedirect 301 /c /d\n");
    write(".redirlint.yaml", "rules: {redirect-chain: {options: {info-above: 3}}}\n");
    assertThat(check()).isEmpty();
  }

  @Test
  void someFilesAreExcepted() throws IOException {
    write("legacy/.htaccess", TEMPORARY);
    write("old/.htaccess", TEMPORARY);
    write(
        ".redirlint.yaml",
        """
        overrides:
          - files: legacy/
            rules: {stray-307: off}
          - files: ["old/**"]
            rules: {stray-307: info}
        """);
    assertThat(check())
        .containsExactly("old/.htaccess:1 info stray-307", "public/.htaccess:1 warning stray-307");
  }

  @Test
  void filesOfTheDocumentRootAreCalledAsAllOthersAre() throws IOException {
    write("public/.htaccess", "Redirect 302 /a /b\nRedirect 302 /b /a\n");
    write(".redirlint.yaml", "sites: [{files: public/, docroot: public}]\n");
    assertThat(check()).containsExactly("public/.htaccess:2 error redirect-loop");
  }

  @Test
  void ignoredFilesAreNotRead() throws IOException {
    write("vendor/broken/nginx.conf", "server {\n");
    write(".redirlint.yaml", "ignore: [vendor/]\n");
    assertThat(check()).containsExactly("public/.htaccess:1 warning stray-307");
  }

  @Test
  void theNearestSettingsHold() throws IOException {
    write("public/.redirlint.yaml", "rules: {stray-307: info}\n");
    write("shop/.htaccess", TEMPORARY);
    write(".redirlint.yaml", "rules: {stray-307: error}\n");
    assertThat(check())
        .containsExactly("public/.htaccess:1 info stray-307", "shop/.htaccess:1 error stray-307");
  }

  @Test
  void settingsExtendFiles() throws IOException {
    write("lint/house.yaml", "extends: ../lint/base.yaml\nstray-307: error\n");
    write("lint/base.yaml", "extends: recommended\nstray-307: info\n");
    write(".redirlint.yaml", "extends: lint/house.yaml\n");
    assertThat(check()).containsExactly("public/.htaccess:1 error stray-307");
  }

  @Test
  void temporaryRedirectsAreExplained() throws IOException {
    write(
        ".redirlint.yaml",
        """
        temporary:
          - directive: Redirect 307 /pay
            until: 2026-11-30
            reason: the payment provider moves
        """);
    assertThat(check()).isEmpty();
    assertThat(check(LocalDate.of(2026, 12, 1), RuleSelection.NONE))
        .containsExactly("public/.htaccess:1 warning temporary-overdue");
  }

  @Test
  void whatExplainsNothingIsTold() throws IOException {
    write(
        ".redirlint.yaml",
        """
        temporary:
          - directive: Redirect 307 /pay
            reason: the payment provider moves
          - directive: Redirect 307 /gone
            until: 2026-01-31
            reason: somebody took it out
          - {directive: Redirect 307 /gone, files: [shop/**], reason: not looked at}
          - {directive: Redirect 307 /gone, files: [public/**], reason: looked at}
        """);
    assertThat(check())
        .containsExactly(
            ".redirlint.yaml:4 warning unused-ignore", ".redirlint.yaml:8 warning unused-ignore");
  }

  @Test
  void whatMayExplainFilesThatAreNotCheckedIsLeftAlone() throws IOException {
    write(
        ".redirlint.yaml",
        "temporary: [{directive: Redirect 307 /gone, reason: it may be elsewhere}]\n");
    assertThat(check(Path.of("public"))).containsExactly("public/.htaccess:1 warning stray-307");
  }

  /** Wherever whoever runs the check is: patterns start where the settings lie. */
  @Test
  void patternsOfANamedFileStartAtItsFolder() throws IOException {
    write("shop/.htaccess", TEMPORARY);
    write(
        "lint/settings.yaml",
        """
        ignore: [/public/]
        overrides: [{files: [shop/**], rules: {stray-307: info}}]
        """);
    SettingsFinder elsewhere = finder(Path.of("lint/settings.yaml"));
    assertThat(check(elsewhere, Path.of("")))
        .containsExactly(
            "public/.htaccess:1 warning stray-307", "shop/.htaccess:1 warning stray-307");
    write("settings.yaml", Files.readString(project.resolve("lint/settings.yaml")));
    assertThat(check(finder(Path.of("settings.yaml")), Path.of("")))
        .containsExactly("shop/.htaccess:1 info stray-307");
  }

  @Test
  void sitesTellWhatTheConfigurationDoesNot() throws IOException {
    write(
        "proxy/nginx.conf",
        """
        events {}
        http {
            server {
                listen 80;
                server_name example.com;
                location / { return 301 https://example.com$request_uri; }
            }
        }
        """);
    write("public/.htaccess", "");
    String rules = "rules: {method-changing-redirect: off}\n";
    write(".redirlint.yaml", rules);
    assertThat(check()).isEmpty();
    write(".redirlint.yaml", rules + "sites: [{files: proxy/, tls: upstream}]\n");
    assertThat(check()).containsExactly("proxy/nginx.conf:6 error tls-upstream-loop");
  }

  @Test
  void whoeverRunsTheCheckHasTheLastWord() throws IOException {
    write(".redirlint.yaml", "rules: {stray-307: error}\n");
    RuleSelection none = new RuleSelection(Optional.empty(), Set.of(), Set.of("stray-307"));
    assertThat(check(LocalDate.EPOCH, none)).isEmpty();
    RuleSelection only = new RuleSelection(Optional.empty(), Set.of("redirect-chain"), Set.of());
    assertThat(check(LocalDate.EPOCH, only)).isEmpty();
    RuleSelection other = new RuleSelection(Optional.of("all"), Set.of("stray-307"), Set.of());
    assertThat(check(LocalDate.EPOCH, other))
        .containsExactly("public/.htaccess:1 warning stray-307");
    RuleSelection unknown = new RuleSelection(Optional.empty(), Set.of("stray-30"), Set.of());
    assertThatThrownBy(() -> check(LocalDate.EPOCH, unknown))
        .isInstanceOf(UnknownRuleException.class)
        .hasMessage("there is no rule \"stray-30\"; did you mean \"stray-307\"?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "rule: {} | 1:1: there is no key \"rule\"; did you mean \"rules\"?",
        "rules: {stray-370: off} | 1:9: there is no rule \"stray-370\"; did you mean \"stray-307\"?",
        "rules: {stray-307: of} | 1:20: there is no setting \"of\"; did you mean \"off\"?",
        "rules: {stray-307: {severity: fatal}} | 1:31: there is no severity \"fatal\", only error, info, warning",
        "rules: {stray-307: {options: {x: 1}}} | 1:31: the rule stray-307 has no options",
        "rules: {method-changing-redirect: {options: {path: /a}}} | 1:46: there is no option of the rule method-changing-redirect \"path\"; did you mean \"paths\"?",
        "rules: {redirect-chain: {options: {info-above: few}}} | 1:48: expected a whole number, found \"few\"",
        "rules: {a: off, a: off} | 1:17: \"a\" stands here twice",
        "rules: [a] | 1:8: expected a mapping (key: value), found a list",
        "extends: recommend | 1:10: there is no ruleset \"recommend\"; did you mean \"recommended\"?; a file's name has to end in .yaml",
        "extends: ../../etc/rules.yaml | 1:10: cannot be read: there is no such file of UTF-8 text",
        "extends: /etc/passwd.yaml | 1:10: cannot be read: there is no such file of UTF-8 text",
        "temporary: [{directive: x, reason: y, until: soon}] | 1:46: expected a date as 2027-01-31, found \"soon\"",
        "temporary: [{directive: x}] | 1:13: there is no \"reason\"",
        "sites: [{docroot: ..}] | 1:19: only folders below the one of these settings may be named",
        "sites: [{docroot: nowhere}] | 1:19: there is no such folder: \"nowhere\"",
        "sites: [{tls: up}] | 1:15: there is no place where TLS ends \"up\", only here, upstream",
        "a: &x 1 | 1:1: there is no key \"a\", only extends, ignore, overrides, own, promises, rules, sites, temporary",
        "ignore: *x | 1:9: aliases are not read: write it out",
        "'a: [' | 1:1: expected a mapping (key: value), found \"a: [\"",
      })
  void mistakesAreShown(String settings, String message) throws IOException {
    write(".redirlint.yaml", settings);
    assertThatThrownBy(this::check)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(".redirlint.yaml:" + message);
  }

  /** The settings on the page about settings are understood. */
  @Test
  void thePageTellsTheTruth() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/configuration.md"));
    String settings = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n\n|"));
    write("lint/house.yaml", "stray-307: error\n");
    write(".redirlint.yaml", settings);
    write("legacy/.htaccess", TEMPORARY + "Redirect 307 /shop https://shop.example.net/\n");
    write("vendor/.htaccess", TEMPORARY);
    assertThat(check()).containsExactly("public/.htaccess:1 error stray-307");
  }

  @Test
  void initialSettingsAreUnderstoodAndChangeNothing() throws IOException {
    List<String> before = check();
    write(".redirlint.yaml", InitialSettings.of(project));
    assertThat(check()).isEqualTo(before).isNotEmpty();
    write("vendor/x/.htaccess", TEMPORARY);
    write(".redirlint.yaml", InitialSettings.of(project));
    assertThat(check()).isEqualTo(before);
    Files.move(project.resolve("public"), project.resolve("site"));
    write(".redirlint.yaml", InitialSettings.of(project));
    assertThat(check()).containsExactly("site/.htaccess:1 warning stray-307");
  }

  @Test
  void whatIsNoYamlIsShown() throws IOException {
    write(".redirlint.yaml", "rules:\n  stray-307: [off\nx: y\n");
    assertThatThrownBy(this::check)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageStartingWith(
            ".redirlint.yaml:3:2: this is no YAML: while parsing a flow sequence");
  }

  private List<String> check() {
    return check(TODAY, RuleSelection.NONE);
  }

  private List<String> check(LocalDate today, RuleSelection selection) {
    return rules(
        result(new SettingsFinder(project, Optional.empty(), selection), Path.of(""), today));
  }

  private List<String> check(SettingsFinder finder, Path path) {
    return rules(result(finder, path, TODAY));
  }

  private List<String> check(Path path) {
    return check(new SettingsFinder(project, Optional.empty(), RuleSelection.NONE), path);
  }

  private SettingsFinder finder(Path settings) {
    return new SettingsFinder(project, Optional.of(settings), RuleSelection.NONE);
  }
}
