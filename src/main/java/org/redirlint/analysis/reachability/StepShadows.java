package org.redirlint.analysis.reachability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.redirlint.analysis.reachability.Shadow.Kind;
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
    for (RewriteStep step : steps) {
      Optional<RewriteStep> end = earlier.stream().filter(this::endsAll).findFirst();
      if (end.isPresent()) {
        if (!(step instanceof RewriteStep.Opaque)) {
          String reason = name(end.get()) + " before it ends the rewriting of every request";
          found.accept(
              new Shadow(step.origin(), Kind.COVERED, reason, Optional.of(end.get().origin())));
        }
        return;
      }
      if (step instanceof RewriteStep.If condition) {
        of(condition.steps());
      }
      covered(step, earlier);
      earlier.add(step);
    }
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
      boolean twice = wide.pattern().text().equals(rewrite.pattern().text());
      boolean redirects = wide.status() != 0 && rewrite.status() != 0;
      Kind kind =
          !twice || !redirects
              ? Kind.COVERED
              : wide.replacement().equals(rewrite.replacement())
                      && wide.status() == rewrite.status()
                  ? Kind.SAME_TARGET
                  : Kind.OTHER_TARGET;
      return Optional.of(
          new Shadow(
              step.origin(),
              kind,
              "the rewrite before it takes every path that it matches",
              Optional.of(before.origin())));
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
    return step instanceof RewriteStep.Set || step instanceof RewriteStep.Opaque;
  }

  private static String name(RewriteStep step) {
    return step instanceof RewriteStep.Return
        ? "return"
        : step instanceof RewriteStep.Break ? "break" : "rewrite";
  }
}
