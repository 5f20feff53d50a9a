package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.Corpus;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.diagnostic.SiteVerdict.Decision;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Linter;
import org.redirlint.lint.Progress;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;

/**
 * Each loop that is reported in other people's configurations is one on the real server. Each n-th
 * file is taken: {@code -Dwitnesses.every=1} takes them all, {@code -Dwitnesses.first} says with
 * which to begin, {@code -Dwitnesses.only} takes those whose names fit a pattern, {@code
 * -Dwitnesses.list=true} shows each finding, {@code -Dwitnesses.judging=false} counts no verdicts.
 */
class CorpusWitnessTest {

  private static final int EVERY = Integer.getInteger("witnesses.every", 16);
  private static final int FIRST = Integer.getInteger("witnesses.first", 0);
  private static final String ONLY = System.getProperty("witnesses.only", ".*");
  private static final boolean LIST = Boolean.getBoolean("witnesses.list");
  private static final boolean JUDGING =
      Boolean.parseBoolean(System.getProperty("witnesses.judging", "true"));

  private static final String FILES = ": files";

  private static final Set<String> LOOPS =
      Set.of("redirect-loop", "growing-redirect", "internal-rewrite-loop");

  @TempDir private Path folder;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> unreal = new ArrayList<>();

  @Test
  void eachReportedLoopIsReal() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    ServerBinary.NGINX.find();
    ServerBinary.HTTPD.find();
    Ruleset rules =
        new Ruleset(
            RulesetLoader.load("all").rules().stream()
                .filter(rule -> LOOPS.contains(rule.info().id()))
                .toList());
    Linter linter = new Linter(rules, JUDGING);
    int number = 0;
    for (Corpus.Entry file : Corpus.read()) {
      boolean taken = file.accepted() && !file.template() && number++ % EVERY == FIRST;
      if (taken && file.source().path().matches(ONLY)) {
        check(file, linter);
      }
    }
    counts.forEach(this::print);
    assertThat(unreal).isEmpty();
  }

  private void check(Corpus.Entry file, Linter linter) throws IOException {
    CheckResult result =
        linter.check(
            new LintRequest(
                Path.of("").toAbsolutePath(),
                List.of(),
                Optional.of(file.source()),
                Optional.of(file.dialect()),
                Knowledge.NOTHING,
                List.of(),
                LocalDate.of(2026, 11, 1)),
            Progress.NONE);
    String server = file.dialect() == Dialect.NGINX ? "nginx" : "httpd";
    count(server + FILES);
    result.verdicts().forEach(verdict -> count(server + ": verdict " + verdict(verdict)));
    if (result.diagnostics().isEmpty()) {
      return;
    }
    Path box = Files.createTempDirectory(folder, "box");
    try (RealSite site = RealSite.start(file.source(), file.dialect(), box)) {
      for (Diagnostic finding : result.diagnostics()) {
        replay(server, finding, site);
      }
    } catch (RunningServer.RefusedException refused) {
      result.diagnostics().forEach(finding -> count(server, finding, "replayed by the simulator"));
      list(file.source().path() + ": cannot be run: " + refused.getMessage().strip());
    }
  }

  private void replay(String server, Diagnostic finding, RealSite site) throws IOException {
    List<String> differences = WitnessReplay.differences(site, finding);
    String place = finding.origin().toString();
    list(place + ": " + finding.severity() + " " + finding.message());
    finding.assumptions().forEach(assumption -> list("    assuming " + assumption));
    site.without().forEach(directive -> list("    without " + directive));
    differences.forEach(difference -> list("    *** " + difference));
    count(server, finding, differences.isEmpty() ? "real" : "not real");
    differences.forEach(difference -> unreal.add(place + ": " + difference));
  }

  private static String verdict(SiteVerdict verdict) {
    boolean conditional = verdict.reason().filter(why -> why.startsWith("it loops if")).isPresent();
    if (verdict.verdict() == Decision.UNDECIDED && conditional) {
      return "conditional";
    }
    // The same reason at another place is the same reason.
    return verdict.verdict().word()
        + verdict
            .reason()
            .map(
                why ->
                    ": "
                        + why.replaceAll("(^| )\\S*[/.]\\S*", "$1…")
                            .replaceAll("line \\d+", "a line"))
            .orElse("");
  }

  private void count(String server, Diagnostic finding, String outcome) {
    String certainty = finding.severity() == Severity.ERROR ? "certain" : "assuming something";
    count(server + ": " + finding.rule().id() + ", " + certainty + ": " + outcome);
  }

  /** Verdicts, and the reasons of those that are undecided, are parts of a server's files. */
  private void print(String what, int count) {
    String server = what.substring(0, what.indexOf(':'));
    int files = counts.getOrDefault(server + FILES, 1);
    System.out.printf("%6d %3d%% %s%n", count, Math.round(100.0 * count / files), what);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static void list(String line) {
    if (LIST) {
      System.out.println(line);
    }
  }
}
