package org.redirlint.parse;

import java.util.List;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.Problem;

/**
 * A file's tree, and what could not be read of it.
 *
 * @param document the tree; it holds the whole file, broken parts included
 * @param problems one for each broken part, in the file's order
 */
public record ParseResult(Document document, List<Problem> problems) {

  public ParseResult {
    problems = List.copyOf(problems);
  }
}
