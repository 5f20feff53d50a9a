package org.redirlint.site;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.report.TextReport;
import org.redirlint.rule.Examples;
import org.redirlint.source.SourceFile;

/** A rule's page: its ruleset entry, its examples, and what a check really says of them. */
final class RulePage {

  private RulePage() {}

  static String render(RuleInfo rule) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(rule.id()).append("\n\n");
    page.append(rule.summary()).append(".\n\n");
    page.append("| severity | servers | since |\n| --- | --- | --- |\n");
    page.append(
        "| %s | %s | %s |%n"
            .formatted(rule.severity().label(), String.join(", ", rule.servers()), rule.since()));
    page.append("\n## Why\n\n").append(rule.why()).append("\n");
    page.append("\n## How to mend it\n\n").append(rule.help()).append("\n");
    if (!rule.options().isEmpty()) {
      page.append("\n## Options\n\n| option | usually |\n| --- | --- |\n");
      rule.options()
          .forEach(
              (name, values) ->
                  page.append("| `%s` | %s |%n".formatted(name, String.join(", ", values))));
    }
    examples(page, rule, "bad-", "Bad");
    examples(page, rule, "good-", "Good");
    if (!rule.references().isEmpty()) {
      page.append("\n## Read on\n\n");
      rule.references()
          .forEach(reference -> page.append("- ").append(link(reference)).append("\n"));
    }
    return page.toString().replace("\r\n", "\n");
  }

  private static void examples(StringBuilder page, RuleInfo rule, String prefix, String title)
      throws IOException {
    for (Path example : Examples.of(rule.id())) {
      String name = String.valueOf(example.getFileName());
      if (name.startsWith(prefix)) {
        page.append("\n## ").append(title).append(": ").append(name).append("\n\n");
        String text = text(example);
        page.append(fenced(name.endsWith("nginx.conf") ? "nginx" : "apache", text));
        CheckResult result = Examples.check(rule.id(), SourceFile.of(name, text));
        if (!result.diagnostics().isEmpty()) {
          StringWriter out = new StringWriter();
          new TextReport(false, true).write(result, out);
          page.append("\n").append(fenced("text", out.toString().stripTrailing() + "\n"));
        }
      }
    }
  }

  /** The example without the comments that tell the tests what to expect. */
  private static String text(Path example) throws IOException {
    return Files.readAllLines(example).stream()
        .filter(line -> !line.strip().startsWith("# expect: "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String fenced(String language, String text) {
    return "```" + language + "\n" + text + "```\n";
  }

  private static String link(String reference) {
    return reference.startsWith("http") ? "<" + reference + ">" : reference;
  }
}
