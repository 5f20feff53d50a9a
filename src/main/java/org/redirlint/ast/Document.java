package org.redirlint.ast;

import java.util.List;
import org.redirlint.source.SourceFile;

/**
 * One configuration file as a tree.
 *
 * @param source the file
 * @param dialect the language it was read in
 * @param nodes what it holds at its top, in the file's order
 */
public record Document(SourceFile source, Dialect dialect, List<Node> nodes) {

  public Document {
    nodes = List.copyOf(nodes);
  }
}
