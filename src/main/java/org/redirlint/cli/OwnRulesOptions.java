package org.redirlint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.ruleset.ConfiguredRule;
import picocli.CommandLine.Option;

/** The option that tells where a project's own rules stand. */
final class OwnRulesOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings with the project's own rules, instead of the .redirlint.yaml in the nearest"
              + " folder above.")
  @Nullable Path file;

  /** Returns the rules that the project has written itself, switched on or not. */
  List<ConfiguredRule> rules() {
    try {
      Path folder = Path.of("").toRealPath();
      return new SettingsFinder(folder, Optional.ofNullable(file), RuleSelection.NONE)
          .of(folder)
          .ruleset()
          .own();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
