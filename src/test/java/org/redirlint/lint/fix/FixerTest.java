package org.redirlint.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.FixOutcome;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.site.Knowledge;
import org.redirlint.source.Span;

/** Fixes that a rule could get wrong are refused. */
class FixerTest {

  private static final String TEXT =
      """
      server {
          listen 80;
          server_name example.com;
          root /srv/www;
          location = /old {
              return 307 /new;
          }
          location = /news {
              return 308 /today;
          }
      }
      """;

  @TempDir private Path temporary;
  private ProjectLinter linter;
  private LintRequest request;
  private Diagnostic found;

  @BeforeEach
  void check() throws IOException {
    Path folder = temporary.toRealPath();
    Files.writeString(folder.resolve("nginx.conf"), TEXT);
    linter = new ProjectLinter(new SettingsFinder(folder, Optional.empty(), RuleSelection.NONE));
    request =
        new LintRequest(
            folder,
            List.of(Path.of("")),
            Optional.empty(),
            Optional.empty(),
            Knowledge.NOTHING,
            List.of(),
            LocalDate.of(2026, 11, 1));
    List<Diagnostic> all = linter.check(request, Progress.NONE, false).diagnostics();
    assertThat(all).extracting(one -> one.rule().id()).containsExactly("return-307-block");
    found = all.get(0);
  }

  @Test
  void whatMendsTheFindingAlone() {
    assertThat(refusals(Fix.mending("redirect by 308", List.of(edit("307", "308"))))).isEmpty();
  }

  @Test
  void whatChangesAnAnswerMustSaySo() {
    assertThat(refusals(Fix.tidying("redirect by 308", List.of(edit("307", "308")))))
        .singleElement()
        .asString()
        .contains(
            "GET http://example.com/old would be answered by 308 to http://example.com/new instead");
  }

  @Test
  void otherDirectivesMustNotBeTouched() {
    assertThat(
            refusals(
                Fix.tidying("move it", List.of(edit("307", "308"), edit("/today", "/tomorrow")))))
        .singleElement()
        .asString()
        .contains("would be answered by 308");
  }

  @Test
  void otherRequestsMustNotBeTaken() {
    Fix fix =
        Fix.mending(
            "move it",
            List.of(
                edit("= /old {", "= /older {"), edit("307 /new", "308 https://other.example/")));
    assertThat(refusals(fix))
        .singleElement()
        .asString()
        .contains("/older would be answered by 308 to https://other.example/ instead");
  }

  @Test
  void theFileHasToBeRead() {
    assertThat(refusals(Fix.mending("open a block", List.of(edit("307 /new;", "308 /new {")))))
        .singleElement()
        .asString()
        .contains("nginx.conf would not be read: ");
  }

  @Test
  void theFindingHasToBeGone() {
    assertThat(refusals(Fix.mending("rename it", List.of(edit("/new", "/newer")))))
        .singleElement()
        .asString()
        .endsWith("it would still be found");
  }

  @Test
  void nothingNewMayBeFound() {
    assertThat(refusals(Fix.mending("redirect by 200", List.of(edit("307 /new", "308 /old")))))
        .singleElement()
        .asString()
        .contains("it would bring redirect-loop at nginx.conf:6: ");
  }

  @Test
  void itIsAppliedOnlyIfItsRuleIsNamed() {
    Fix fix = Fix.mending("redirect by 308", List.of(edit("307", "308"))).ifNamed();
    assertThat(fixes(fix, Set.of()).files()).isEmpty();
    assertThat(fixes(fix, Set.of("return-307-block")).files()).hasSize(1);
  }

  private List<FixOutcome.Refused> refusals(Fix fix) {
    Fixes fixes = fixes(fix, Set.of());
    assertThat(fixes.files().isEmpty()).isEqualTo(!fixes.outcome().refused().isEmpty());
    return fixes.outcome().refused();
  }

  private Fixes fixes(Fix fix, Set<String> named) {
    Diagnostic mended =
        new Diagnostic(
            found.rule(),
            found.severity(),
            found.message(),
            found.origin(),
            found.related(),
            found.assumptions(),
            found.trace(),
            Optional.of(fix));
    return Fixer.fixes(linter, request, List.of(mended), named);
  }

  private TextEdit edit(String part, String instead) {
    int start = TEXT.indexOf(part);
    return new TextEdit(found.origin().file(), new Span(start, start + part.length()), instead);
  }
}
