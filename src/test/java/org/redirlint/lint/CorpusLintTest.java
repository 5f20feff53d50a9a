package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redirlint.Corpus;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;

/** Other people's files that the real server accepts are not said to be refused by it. */
class CorpusLintTest {

  private static final Set<String> REFUSALS =
      Set.of("syntax-error", "invalid-status", "unknown-flag", "invalid-configuration");

  @Test
  void whatTheRealServerAcceptsIsNotSaidToBeRefused() throws IOException {
    Ruleset refusing =
        new Ruleset(
            RulesetLoader.load("all").rules().stream()
                .filter(rule -> REFUSALS.contains(rule.info().id()))
                .toList());
    Linter linter = new Linter(refusing, false);
    List<String> falseAlarms = new ArrayList<>();
    for (Corpus.Entry file : Corpus.read()) {
      if (file.accepted()) {
        LintRequest request =
            new LintRequest(
                Path.of("").toRealPath(),
                List.of(),
                Optional.of(file.source()),
                Optional.of(file.dialect()),
                Knowledge.NOTHING,
                List.of(),
                LocalDate.of(2026, 11, 1));
        linter.check(request, Progress.NONE).diagnostics().stream()
            .filter(found -> REFUSALS.contains(found.rule().id()))
            .forEach(found -> falseAlarms.add(found.origin().file() + ": " + found.message()));
      }
    }
    assertThat(falseAlarms).isEmpty();
  }
}
