package org.redirlint.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.ruleset.yaml.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code redirlint rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description = "Lists the rules, with those of the settings for the current folder.")
final class RulesCommand implements Runnable {

  private static final String ALL = "all";

  @Spec CommandSpec spec;

  @Mixin final OwnRulesOptions own = new OwnRulesOptions();

  @Option(
      names = "--ruleset",
      paramLabel = "NAME",
      description =
          "List the rules of this ruleset only: recommended, strict, seo, security, methods, all.",
      defaultValue = ALL)
  String ruleset = ALL;

  @Override
  public void run() {
    if (!RulesetLoader.NAMES.contains(ruleset)) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--ruleset': "
              + Names.unknown("ruleset", ruleset, RulesetLoader.NAMES));
    }
    PrintWriter out = spec.commandLine().getOut();
    List<RuleInfo> rules = new ArrayList<>(RulesetLoader.load(ruleset).infos());
    if (ruleset.equals(ALL)) {
      own.rules().forEach(rule -> rules.add(rule.info()));
    }
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(1);
    for (RuleInfo rule : rules) {
      out.printf(
          "%-" + width + "s  %-8s %-13s %s%n",
          rule.id(),
          rule.severity().label(),
          String.join(", ", rule.servers()),
          rule.summary());
    }
    out.flush();
  }
}
