package org.redirlint.analysis;

import java.util.List;
import java.util.Map;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.UndeterminedException;

/**
 * An attempt to prove something of a configuration. It notices whether requests come to directories
 * at some paths: only then may an attempt that supposes them away come to something else, and half
 * of the budget is saved for it.
 */
final class Attempt {

  /** How many steps are made before an attempt is given up. */
  private static final int MOST_STEPS = 20_000;

  private final Budget budget;
  private final List<TextSet> paths;
  private int steps;
  private boolean met;
  private boolean stuck;

  /**
   * Begins an attempt.
   *
   * @param budget what it may cost, together with others
   * @param paths the paths; empty if no directories are left to suppose away
   */
  Attempt(Budget budget, List<TextSet> paths) {
    this.budget = budget;
    this.paths = List.copyOf(paths);
    budget.save(false);
  }

  /** Tells whether something else may come of it where no directories are at the paths. */
  boolean dependsOnDirectories() {
    return met && !stuck;
  }

  /**
   * Makes a step.
   *
   * @throws UndeterminedException if there have been too many
   */
  void step() {
    if (++steps > MOST_STEPS) {
      throw new UndeterminedException("there are too many ways through the configuration");
    }
  }

  /** Looks at what was assumed of files to come this far. */
  void assume(Map<Term, FileStatus> supposed) {
    if (!met && needsDirectory(supposed)) {
      met = true;
      budget.save(true);
    }
  }

  /** Looks at what was assumed of files where it is not known what the server does. */
  void endUnknown(Map<Term, FileStatus> supposed) {
    stuck = stuck || !needsDirectory(supposed);
  }

  private boolean needsDirectory(Map<Term, FileStatus> supposed) {
    return supposed.entrySet().stream()
        .anyMatch(entry -> entry.getValue().isDirectory() && mayBeThere(entry.getKey()));
  }

  private boolean mayBeThere(Term path) {
    return paths.stream().anyMatch(some -> mayBeAmong(some, path));
  }

  /** What is not seen at a glance may be. */
  private static boolean mayBeAmong(TextSet some, Term path) {
    return path instanceof Term.Text text
        ? some.contains(text.text())
        : some.containsAllAround("", Term.end(path)).orElse(true);
  }
}
