package org.redirlint.lint.fix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.FixOutcome;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.lint.Roots;
import org.redirlint.source.SourceFile;

/**
 * Chooses the fixes that may be applied: all together if nothing speaks against them, else as many
 * as are found by halving.
 */
public final class Fixer {

  /** A check of everything is made so often at most, whatever is refused. */
  private static final int MOST_CHECKS = 64;

  private static final String OVERLAPS = "it overlaps another fix; run --fix again";
  private static final String TOO_MANY = "too many fixes were refused before it; run --fix again";
  private static final String OUTSIDE = "its file lies outside of the folders that may be read";

  private final ProjectLinter linter;
  private final LintRequest request;
  private final Roots roots;
  private final List<Diagnostic> accepted = new ArrayList<>();
  private final List<FixOutcome.Refused> refused = new ArrayList<>();
  private int checks;

  private Fixer(ProjectLinter linter, LintRequest request) {
    this.linter = linter;
    this.request = request;
    this.roots = Roots.of(request);
  }

  /**
   * Returns what may be changed to mend findings; no file is changed yet.
   *
   * @param linter what judges of a change, by all rules that are to hold afterwards
   * @param request what was checked
   * @param told the findings to mend, those without a fix among them
   * @param named the rules that were named, whose fixes are applied even if nobody can tell whether
   *     they are wanted
   */
  public static Fixes fixes(
      ProjectLinter linter, LintRequest request, List<Diagnostic> told, Set<String> named) {
    List<Diagnostic> fixable =
        told.stream()
            .filter(
                found ->
                    found
                        .fix()
                        .filter(fix -> !fix.onlyIfNamed() || named.contains(found.rule().id()))
                        .isPresent())
            .toList();
    Fixer fixer = new Fixer(linter, request);
    fixer.choose(fixable);
    return fixer.chosen();
  }

  private void choose(List<Diagnostic> fixable) {
    List<Diagnostic> pending = new ArrayList<>();
    for (Diagnostic found : fixable) {
      if (edits(found).stream().allMatch(edit -> file(edit.file()).isPresent())) {
        pending.add(found);
      } else {
        refused.add(new FixOutcome.Refused(found, OUTSIDE));
      }
    }
    if (pending.isEmpty()) {
      return;
    }
    Judgement judgement = new Judgement(linter.inspect(request, Progress.NONE, false));
    while (!pending.isEmpty()) {
      Claims claims = new Claims(accepted);
      List<Diagnostic> batch = new ArrayList<>();
      List<Diagnostic> later = new ArrayList<>();
      for (Diagnostic found : pending) {
        (claims.claim(edits(found)) ? batch : later).add(found);
      }
      if (batch.isEmpty()) {
        later.forEach(found -> refused.add(new FixOutcome.Refused(found, OVERLAPS)));
        return;
      }
      accept(batch, judgement);
      pending = later;
    }
  }

  private void accept(List<Diagnostic> batch, Judgement judgement) {
    if (checks >= MOST_CHECKS) {
      batch.forEach(found -> refused.add(new FixOutcome.Refused(found, TOO_MANY)));
      return;
    }
    List<Diagnostic> all = new ArrayList<>(accepted);
    all.addAll(batch);
    Optional<String> objection = objection(all, judgement);
    if (objection.isEmpty()) {
      accepted.addAll(batch);
    } else if (batch.size() == 1) {
      refused.add(new FixOutcome.Refused(batch.get(0), objection.get()));
    } else {
      int half = batch.size() / 2;
      accept(batch.subList(0, half), judgement);
      accept(batch.subList(half, batch.size()), judgement);
    }
  }

  private Optional<String> objection(List<Diagnostic> all, Judgement judgement) {
    checks++;
    List<ChangedFile> changed = ChangedFile.of(all);
    Map<Path, SourceFile> contents = new HashMap<>();
    for (ChangedFile file : changed) {
      contents.put(file(file.before()).orElseThrow(), file.after());
    }
    return judgement.objection(
        all, changed, linter.inspect(request.with(contents), Progress.NONE, false));
  }

  private Fixes chosen() {
    Map<Path, ChangedFile> files = new LinkedHashMap<>();
    for (ChangedFile file : ChangedFile.of(accepted)) {
      files.put(file(file.before()).orElseThrow(), file);
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    accepted.forEach(found -> counts.merge(found.origin().file().path(), 1, Integer::sum));
    return new Fixes(
        files,
        new FixOutcome(
            counts.entrySet().stream()
                .map(count -> new FixOutcome.Fixed(count.getKey(), count.getValue()))
                .toList(),
            refused));
  }

  private static List<TextEdit> edits(Diagnostic found) {
    return found.fix().map(Fix::edits).orElse(List.of());
  }

  /** Returns the real path of a file that may be edited. */
  private Optional<Path> file(SourceFile file) {
    return roots.permit(request.workingFolder().resolve(file.path()));
  }
}
