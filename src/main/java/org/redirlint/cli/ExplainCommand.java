package org.redirlint.cli;

import java.io.PrintWriter;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code redirlint explain RULE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description = "Tells what a rule finds, why it matters and how to mend it.")
final class ExplainCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "The rule's name, as the rules command lists it.")
  private String rule = "";

  @Override
  public void run() {
    Ruleset ruleset = RulesetLoader.load("all");
    RuleInfo info =
        ruleset
            .find(rule)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "There is no rule \"" + rule + "\"; \"redirlint rules\" lists them all"));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %s%n", info.id(), info.summary());
    out.printf(
        "%s, %s, since %s%n%n",
        info.severity().label(), String.join(" and ", info.servers()), info.since());
    out.printf("%s%n%n%s%n", info.why(), info.help());
    if (!info.references().isEmpty()) {
      out.printf("%nRead on:%n");
      info.references().forEach(reference -> out.printf("  %s%n", reference));
    }
    out.flush();
  }
}
