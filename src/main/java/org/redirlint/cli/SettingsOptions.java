package org.redirlint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell which rules to check. */
final class SettingsOptions {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings for all files, instead of the .redirlint.yaml in the nearest folder above"
              + " each of them.")
  @Nullable Path file;

  @Option(
      names = "--ruleset",
      paramLabel = "NAME",
      description =
          "The rules to check, instead of those the settings name: recommended, strict, seo,"
              + " security, methods, all.")
  @Nullable String ruleset;

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      split = ",",
      description = "Check by this rule, and by none that is not named. Repeatable.")
  List<String> rules = List.of();

  @Option(
      names = "--no-rule",
      paramLabel = "NAME",
      split = ",",
      description = "Do not check by this rule. Repeatable.")
  List<String> without = List.of();

  /** Returns the way to the settings of each file. */
  SettingsFinder finder(Path workingFolder) {
    return new SettingsFinder(workingFolder, Optional.ofNullable(file), selection());
  }

  /** Returns the same way, to all the rules a change has to hold against. */
  SettingsFinder judgingFinder(Path workingFolder) {
    return new SettingsFinder(workingFolder, Optional.ofNullable(file), selection().withOthers());
  }

  /** Returns the rules that were named. */
  Set<String> named() {
    return Set.copyOf(rules);
  }

  private RuleSelection selection() {
    try {
      return new RuleSelection(
          Optional.ofNullable(ruleset), Set.copyOf(rules), Set.copyOf(without));
    } catch (IllegalArgumentException unknown) {
      String message = String.valueOf(unknown.getMessage());
      throw new ParameterException(
          spec.commandLine(), Character.toUpperCase(message.charAt(0)) + message.substring(1));
    }
  }
}
