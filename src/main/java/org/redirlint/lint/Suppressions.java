package org.redirlint.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.regex.Lazy;
import org.redirlint.rule.Annotation.Ignore;
import org.redirlint.rule.Annotations;
import org.redirlint.rule.Annotations.Attached;
import org.redirlint.rule.Finding;
import org.redirlint.rule.fix.Lines;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.yaml.Names;

/**
 * Takes out the findings that comments ask to ignore: those of the named rule, in the directive the
 * comment speaks of or in its block. A comment that ignores nothing is told.
 */
final class Suppressions {

  static final String UNUSED = "unused-ignore";

  private record Subject(String path, String rule) {}

  private final Map<Subject, List<Attached>> bySubject = new HashMap<>();
  private final Set<Ignore> unused = new LinkedHashSet<>();
  private final Ruleset ruleset;
  private final Lazy<Set<String>> rules;

  /** Takes the comments, and the rules that were asked. */
  Suppressions(Annotations annotations, Ruleset ruleset) {
    this.ruleset = ruleset;
    this.rules = new Lazy<>(ruleset::known);
    Set<String> asked = ids(ruleset);
    for (Attached attached : annotations.attached()) {
      if (attached.annotation() instanceof Ignore ignore && asked.contains(ignore.rule())) {
        bySubject
            .computeIfAbsent(
                new Subject(attached.path(), ignore.rule()), first -> new ArrayList<>())
            .add(attached);
        unused.add(ignore);
      }
    }
    annotations
        .all()
        .filter(Ignore.class::isInstance)
        .map(Ignore.class::cast)
        .filter(ignore -> asked.contains(ignore.rule()) || !isRule(ignore.rule()))
        .forEach(unused::add);
  }

  /** Returns what is left of some findings, and what is to be said of comments. */
  List<Diagnostic> apply(List<Diagnostic> diagnostics) {
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (!isIgnored(diagnostic)) {
        left.add(diagnostic);
      }
    }
    ruleset.rules().stream()
        .filter(rule -> rule.info().id().equals(UNUSED))
        .flatMap(rule -> unused.stream().map(ignore -> rule.report(finding(ignore))))
        .forEach(left::add);
    return left;
  }

  private Finding finding(Ignore ignore) {
    String reason =
        isRule(ignore.rule())
            ? ignore.rule() + " finds nothing here"
            : Names.unknown("rule", ignore.rule(), rules.get());
    Finding finding =
        Finding.at(ignore.origin()).with("does", "comment ignores").with("reason", reason);
    return isRule(ignore.rule())
        ? finding.fixedBy(
            Fix.tidying("take the comment out", List.of(Lines.removeComment(ignore.origin()))))
        : finding;
  }

  private boolean isRule(String id) {
    return rules.get().contains(id);
  }

  private static Set<String> ids(Ruleset ruleset) {
    Set<String> ids = new HashSet<>();
    ruleset.infos().forEach(info -> ids.add(info.id()));
    return ids;
  }

  private boolean isIgnored(Diagnostic diagnostic) {
    int start = diagnostic.origin().span().start();
    boolean ignored = false;
    for (Attached attached :
        bySubject.getOrDefault(
            new Subject(diagnostic.origin().file().path(), diagnostic.rule().id()), List.of())) {
      if (attached.span().start() <= start
          && start <= attached.span().end()
          && attached.annotation() instanceof Ignore ignore) {
        unused.remove(ignore);
        ignored = true;
      }
    }
    return ignored;
  }
}
