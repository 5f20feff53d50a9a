package org.redirlint.ast;

import java.util.List;

/**
 * A configuration as the server reads it: the file it is given, with every include replaced by the
 * files it names.
 *
 * @param main the file the server is given, or a fragment that stands for itself
 * @param directives what stands at its top, in the server's order
 */
public record LoadedConfiguration(Document main, List<LoadedDirective> directives) {

  public LoadedConfiguration {
    directives = List.copyOf(directives);
  }
}
