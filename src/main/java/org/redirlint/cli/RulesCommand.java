package org.redirlint.cli;

import java.io.PrintWriter;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.ruleset.RulesetLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code redirlint rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description = "Lists the rules.")
final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (RuleInfo rule : RulesetLoader.load("all").infos()) {
      out.printf(
          "%-22s %-8s %-13s %s%n",
          rule.id(), rule.severity().label(), String.join(", ", rule.servers()), rule.summary());
    }
    out.flush();
  }
}
