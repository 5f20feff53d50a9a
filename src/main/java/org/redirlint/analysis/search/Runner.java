package org.redirlint.analysis.search;

/** Runs trials. */
@FunctionalInterface
interface Runner {

  /** Runs a trial. */
  Run run(Trial trial);
}
