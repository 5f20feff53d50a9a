package org.redirlint.analysis.reachability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.http.Status;
import org.redirlint.model.nginx.Condition;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.RewriteStep.Flag;

/**
 * Directives of nginx's rewrite module that no request can reach because of those before them in
 * the same block.
 */
final class StepShadows {

  private static final Pattern CAPTURE = Pattern.compile("\\$\\{?[0-9]");

  private final Paths paths;
  private final Consumer<Shadow> found;

  StepShadows(Paths paths, Consumer<Shadow> found) {
    this.paths = paths;
    this.found = found;
  }

  void of(List<RewriteStep> steps) {
    List<RewriteStep> earlier = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      RewriteStep step = steps.get(i);
      if (step instanceof RewriteStep.If condition) {
        of(condition.steps());
      }
      covered(step, earlier);
      if (endsAll(step)) {
        behind(step, steps.subList(i + 1, steps.size()));
        return;
      }
      earlier.add(step);
    }
  }

  private void behind(RewriteStep end, List<RewriteStep> steps) {
    String reason = name(end) + " before it ends the rewriting of every request";
    boolean catchAll = leads(end) && steps.stream().anyMatch(this::isSpecific);
    steps.stream()
        .filter(step -> !(step instanceof RewriteStep.Computed))
        .limit(catchAll ? steps.size() : 1)
        .forEach(step -> found.accept(shadow(step, end, reason, catchAll)));
  }

  private Shadow shadow(RewriteStep step, RewriteStep by, String reason, boolean catchAll) {
    Kind kind = catchAll ? Kind.BEHIND_CATCH_ALL : Kind.COVERED;
    return new Shadow(step.origin(), kind, reason, Optional.of(by.origin()))
        .meantFor(
            step instanceof RewriteStep.Rewrite rewrite
                ? paths.sample(rewrite.pattern().regex())
                : Optional.empty());
  }

  /** Tells whether a step sends requests elsewhere, by a redirect or without one. */
  static boolean leads(RewriteStep step) {
    return step instanceof RewriteStep.Rewrite
        || (step instanceof RewriteStep.Return answer && Status.isRedirect(answer.status()));
  }

  /** Tells whether a step is there for some requests only. */
  private boolean isSpecific(RewriteStep step) {
    return step instanceof RewriteStep.If
        || (step instanceof RewriteStep.Rewrite rewrite
            && !paths.coversPages(rewrite.pattern().regex()));
  }

  /** Looks for a step that ends whatever this one is for; what lies between must change nothing. */
  private void covered(RewriteStep step, List<RewriteStep> earlier) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      RewriteStep before = earlier.get(i);
      Optional<Shadow> shadow = shadow(step, before);
      if (shadow.isPresent()) {
        found.accept(shadow.get());
        return;
      }
      if (changes(before)) {
        return;
      }
    }
  }

  private Optional<Shadow> shadow(RewriteStep step, RewriteStep before) {
    if (step instanceof RewriteStep.Rewrite rewrite
        && before instanceof RewriteStep.Rewrite wide
        && ends(wide)
        && paths.covers(wide.pattern().regex(), rewrite.pattern().regex())) {
      return Optional.of(
          new Shadow(
                  step.origin(),
                  kind(wide, rewrite),
                  "the rewrite before it takes every path that it matches",
                  Optional.of(before.origin()))
              .meantFor(paths.sample(rewrite.pattern().regex())));
    }
    if (step instanceof RewriteStep.If condition
        && before instanceof RewriteStep.If same
        && endsAlways(same.steps())
        && asksTheSame(condition.condition(), same.condition())) {
      return Optional.of(
          new Shadow(
              step.origin(),
              Kind.COVERED,
              "an if before it asks the same, and ends the rewriting of all that it is true for",
              Optional.of(before.origin())));
    }
    return Optional.empty();
  }

  private Kind kind(RewriteStep.Rewrite wide, RewriteStep.Rewrite rewrite) {
    boolean twice = wide.pattern().text().equals(rewrite.pattern().text());
    boolean redirects = wide.status() != 0 && rewrite.status() != 0;
    if (!twice || !redirects) {
      return isSpecific(rewrite) && !isSpecific(wide) ? Kind.BEHIND_CATCH_ALL : Kind.COVERED;
    }
    return wide.replacement().equals(rewrite.replacement()) && wide.status() == rewrite.status()
        ? Kind.SAME_TARGET
        : Kind.OTHER_TARGET;
  }

  /** What was captured may have changed meanwhile. */
  private static boolean asksTheSame(Condition condition, Condition other) {
    String text = condition.toString();
    return text.equals(other.toString()) && !CAPTURE.matcher(text).find();
  }

  private boolean endsAll(RewriteStep step) {
    return step instanceof RewriteStep.Return
        || step instanceof RewriteStep.Break
        || (step instanceof RewriteStep.Rewrite rewrite
            && ends(rewrite)
            && paths.coversAll(rewrite.pattern().regex()));
  }

  private boolean endsAlways(List<RewriteStep> steps) {
    return steps.stream().anyMatch(this::endsAll);
  }

  private static boolean ends(RewriteStep.Rewrite rewrite) {
    return rewrite.status() != 0 || rewrite.flag() != Flag.NONE;
  }

  /** Tells whether a request that goes on behind a step may be another one than before. */
  static boolean changes(RewriteStep step) {
    if (step instanceof RewriteStep.Rewrite rewrite) {
      return !ends(rewrite);
    }
    if (step instanceof RewriteStep.If condition) {
      boolean ends =
          !condition.steps().isEmpty() && condition.steps().get(0) instanceof RewriteStep.Return;
      return !ends && condition.steps().stream().anyMatch(StepShadows::changes);
    }
    return step instanceof RewriteStep.Set || step instanceof RewriteStep.Computed;
  }

  private static String name(RewriteStep step) {
    return step instanceof RewriteStep.Return
        ? "return"
        : step instanceof RewriteStep.Break ? "break" : "rewrite";
  }
}
