package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/** Requests that take long are bounded together, too, and nothing is claimed of the rest. */
class HostileSearchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"RewriteRule ^(.*)$ $1a [N]\n", "RewriteRule ^(.*)a(.*)$ $1aa$2 [N,NC]\n"})
  void rulesThatGoOnAndOnEnd(String rule) {
    String others =
        IntStream.range(0, 100)
            .mapToObj(
                "RewriteCond %%{QUERY_STRING} k%1$d\nRewriteRule ^s%1$d$ /t%1$d [R=301,L]\n"
                    ::formatted)
            .collect(Collectors.joining());
    CheckResult found =
        assertTimeoutPreemptively(
            Duration.ofMinutes(2), () -> check("RewriteEngine On\n" + others + rule));
    assertThat(found.verdicts().toString()).contains("is not followed");
  }

  private static CheckResult check(String text) {
    LintRequest request =
        new LintRequest(
            Path.of("").toAbsolutePath(),
            List.of(),
            Optional.of(SourceFile.of("configuration", text)),
            Optional.of(Dialect.HTACCESS),
            Knowledge.NOTHING,
            List.of(),
            LocalDate.of(2026, 11, 22));
    return new Linter(RulesetLoader.load("recommended")).check(request, Progress.NONE);
  }
}
