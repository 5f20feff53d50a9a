package org.redirlint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The real command, run as at a prompt. */
final class Prompt {

  private Prompt() {}

  /** What a command answers. */
  record Answer(int status, String out, String err) {}

  /** Runs the command. */
  static Answer run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Redirlint.commandLine(new PrintWriter(out), new PrintWriter(err), arguments)
            .execute(arguments);
    return new Answer(status, out.toString(), err.toString());
  }
}
