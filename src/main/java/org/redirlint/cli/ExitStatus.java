package org.redirlint.cli;

/** The exit statuses of every command. */
final class ExitStatus {

  /** Nothing was found that is as severe as the failing severity. */
  static final int CLEAN = 0;

  /** Something was found. */
  static final int FINDINGS = 1;

  /** The command was called wrongly, or a path cannot be read. */
  static final int USAGE = 2;

  /** redirlint itself failed. */
  static final int INTERNAL_ERROR = 3;

  private ExitStatus() {}
}
