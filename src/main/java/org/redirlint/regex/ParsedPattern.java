package org.redirlint.regex;

import java.util.List;
import java.util.Optional;
import org.redirlint.regex.syntax.Node;

/**
 * A pattern that PCRE compiles.
 *
 * @param root what it means
 * @param groupCount the number of capturing groups
 * @param names the named groups, in the order written
 * @param obstacle the first part that is not understood
 */
record ParsedPattern(
    Node root, int groupCount, List<Regex.GroupName> names, Optional<String> obstacle) {

  ParsedPattern {
    names = List.copyOf(names);
  }
}
