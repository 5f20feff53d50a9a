package org.redirlint.ruleset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.source.SourceFile;

/**
 * A rule with the words and the severity a ruleset gives it.
 *
 * @param info what users can read about it
 * @param severity how much every finding matters, if a project says so
 * @param message what to say of a finding, with {@code {placeholders}} for its values
 * @param rule what looks for findings
 */
public record ConfiguredRule(
    RuleInfo info, Optional<Severity> severity, String message, Rule rule) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  /** Returns what is wrong with a project by this rule, in any order. */
  public Stream<Diagnostic> check(Project project) {
    return rule.check(project).map(this::report);
  }

  /** Returns a finding in this rule's words. */
  public Diagnostic report(Finding finding) {
    String text = finding.words().map(SourceFile::readable).orElseGet(() -> filled(finding));
    return new Diagnostic(
        info,
        severity.or(finding::severity).orElse(info.severity()),
        text,
        finding.origin(),
        finding.related(),
        finding.assumptions(),
        finding.trace(),
        finding.fix());
  }

  private String filled(Finding finding) {
    return PLACEHOLDER
        .matcher(message)
        .replaceAll(placeholder -> Matcher.quoteReplacement(value(finding, placeholder.group(1))));
  }

  private String value(Finding finding, String name) {
    String value = finding.values().get(name);
    if (value == null) {
      throw new IllegalStateException(info.id() + " gives no {" + name + "} for its message");
    }
    return SourceFile.readable(value);
  }
}
