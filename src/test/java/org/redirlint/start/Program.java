package org.redirlint.start;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Stands in for redirlint: prints how it was started. */
final class Program {

  private Program() {}

  /** Prints the launcher's name, whether there is an archive, and the arguments. */
  public static void main(String[] arguments) {
    boolean archive =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(
                option ->
                    option.startsWith("-XX:SharedArchiveFile=")
                        || option.startsWith("-XX:AOTCache="));
    System.out.println(
        System.getProperty("redirlint.command")
            + (archive ? " with an archive " : " without an archive ")
            + List.of(arguments));
  }
}
