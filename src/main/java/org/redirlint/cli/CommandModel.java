package org.redirlint.cli;

import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command's annotations say. The command-line jar holds a class of the same name that says
 * so without reading them, made by {@code src/dist/build/PlainCommands.java}; therefore the fields
 * that are annotated are open to the package.
 */
final class CommandModel {

  private CommandModel() {}

  /** Returns the model of a command, whose fields will hold what the command line gives. */
  static CommandSpec of(Object command) {
    return CommandSpec.forAnnotatedObject(command);
  }
}
