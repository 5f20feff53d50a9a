package org.redirlint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.ruleset.ConfiguredRule;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.ruleset.yaml.Names;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.YamlFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code redirlint explain RULE} or {@code redirlint explain STATUS}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description =
        "Tells what a rule finds, why it matters and how to mend it; or what a status of a redirect"
            + " means, as in \"explain 307\".")
final class ExplainCommand implements Runnable {

  private static final String STATUSES = "/org/redirlint/statuses.yaml";

  @Spec CommandSpec spec;

  @Mixin final OwnRulesOptions own = new OwnRulesOptions();

  @Parameters(
      paramLabel = "RULE",
      description = "The rule's name, as the rules command lists it, or a status from 300 to 308.")
  String subject = "";

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (subject.matches("[0-9]+")) {
      explainStatus(out);
    } else {
      explainRule(rule(), out);
    }
    out.flush();
  }

  private RuleInfo rule() {
    Ruleset ruleset = RulesetLoader.load("all");
    Optional<RuleInfo> given = ruleset.find(subject);
    if (given.isPresent()) {
      return given.get();
    }
    List<ConfiguredRule> others = own.rules();
    Set<String> known = ruleset.withOwn(others).known();
    return others.stream()
        .map(ConfiguredRule::info)
        .filter(info -> info.id().equals(subject))
        .findFirst()
        .orElseThrow(
            () ->
                misuse(
                    Names.unknown("rule", subject, known)
                        + " (\"redirlint rules\" lists them all)"));
  }

  private static void explainRule(RuleInfo info, PrintWriter out) {
    out.printf("%s: %s%n", info.id(), info.summary());
    boolean own = info.since().equals(RuleInfo.OWN);
    out.printf(
        "%s, %s, %s%n%n",
        info.severity().label(),
        String.join(" and ", info.servers()),
        own ? "this project's own" : "since " + info.since());
    out.printf("%s%n%n%s%n", info.why(), info.help());
    if (!info.options().isEmpty()) {
      out.printf("%nOptions, and what they usually are:%n");
      info.options()
          .forEach((name, values) -> out.printf("  %s: %s%n", name, String.join(", ", values)));
    }
    if (!own) {
      List<String> page = resource("/org/redirlint/rules/" + info.id() + ".md").lines().toList();
      example(page, "## Bad: ", "Bad, and what is said of it", out);
      example(page, "## Good: ", "Good", out);
    }
    if (!info.references().isEmpty()) {
      out.printf("%nRead on:%n");
      info.references().forEach(reference -> out.printf("  %s%n", reference));
    }
  }

  /** Prints the first example of its kind on a rule's page. */
  private static void example(List<String> page, String heading, String title, PrintWriter out) {
    boolean within = false;
    boolean fenced = false;
    for (String line : page) {
      if (line.startsWith("## ") && within) {
        return;
      }
      if (line.startsWith(heading)) {
        within = true;
        out.printf("%n%s:%n", title);
      } else if (within && line.startsWith("```")) {
        fenced = !fenced;
        if (fenced) {
          out.println();
        }
      } else if (within && fenced) {
        out.println(("    " + line).stripTrailing());
      }
    }
  }

  private void explainStatus(PrintWriter out) {
    Mapping statuses = YamlFile.read("statuses.yaml", resource(STATUSES)).asMapping();
    Optional<Mapping> found = statuses.find(subject).map(Mapping.class::cast);
    Mapping status =
        found.orElseThrow(
            () -> misuse("there is no redirect with status " + subject + ", only 300 to 308"));
    out.printf("%s %s%n%n", subject, status.get("name").asText());
    out.printf("Method and body: %s%n%n", status.get("method").asText());
    out.printf("Caching: %s%n%n", status.get("caching").asText());
    out.printf("When to use it: %s%n%n", status.get("use").asText());
    out.printf("Read on:%n  %s%n", status.get("reference").asText());
  }

  private static String resource(String name) {
    try (InputStream stream = ExplainCommand.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(
        spec.commandLine(), Character.toUpperCase(message.charAt(0)) + message.substring(1));
  }
}
