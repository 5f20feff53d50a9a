package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.site.Knowledge;

/** Tests of a project with a folder of its own, which is checked as a whole. */
abstract class ProjectFolder {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @TempDir private Path temporary;
  Path project;

  @BeforeEach
  final void findFolder() throws IOException {
    project = temporary.toRealPath();
  }

  final void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  final void append(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.writeString(file, Files.readString(file) + text);
  }

  final CheckResult result() {
    return result(RuleSelection.NONE);
  }

  final CheckResult result(RuleSelection selection) {
    return result(new SettingsFinder(project, Optional.empty(), selection), Path.of(""), TODAY);
  }

  final CheckResult result(SettingsFinder finder, Path path, LocalDate today) {
    return new ProjectLinter(finder).check(request(path, today), Progress.NONE, false);
  }

  final LintRequest request(Path path, LocalDate today) {
    return new LintRequest(
        project,
        List.of(path),
        Optional.empty(),
        Optional.empty(),
        Knowledge.NOTHING,
        List.of(),
        today);
  }

  /** Returns what a rule finds as file, line, severity and message; what all find for no name. */
  final List<String> messages(String rule, RuleSelection selection) {
    return result(selection).diagnostics().stream()
        .filter(found -> rule.isEmpty() || found.rule().id().equals(rule))
        .map(found -> place(found) + " " + found.severity().label() + " " + found.message())
        .toList();
  }

  /** Returns findings as file, line, severity and rule. */
  static List<String> rules(CheckResult result) {
    return result.diagnostics().stream()
        .map(found -> place(found) + " " + found.severity().label() + " " + found.rule().id())
        .toList();
  }

  /** Returns where findings are, as file and line. */
  static List<String> places(CheckResult result) {
    return result.diagnostics().stream().map(ProjectFolder::place).toList();
  }

  private static String place(Diagnostic found) {
    return found.origin().file().path() + ":" + found.origin().start().line();
  }
}
