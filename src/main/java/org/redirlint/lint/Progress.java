package org.redirlint.lint;

/** Is told how far a check has come. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (done, total) -> {};

  /**
   * Some files have been read.
   *
   * @param done how many
   * @param total how many there are to read, includes left aside
   */
  void files(int done, int total);
}
