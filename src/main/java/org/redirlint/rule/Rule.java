package org.redirlint.rule;

import java.util.stream.Stream;

/** Looks for one kind of mistake. Its name, severity and words stand in a ruleset. */
public interface Rule {

  /** Returns what is wrong with a project, in any order. */
  Stream<Finding> check(Project project);
}
