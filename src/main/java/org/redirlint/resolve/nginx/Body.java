package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.LoadedDirective;

/** The directives of a block, by name. */
final class Body {

  private final List<LoadedDirective> directives;
  private final Map<String, List<LoadedDirective>> byName = new HashMap<>();

  Body(List<LoadedDirective> directives) {
    this.directives = directives;
    for (LoadedDirective directive : directives) {
      byName.computeIfAbsent(directive.name(), name -> new ArrayList<>(1)).add(directive);
    }
  }

  /** Returns every directive, in order. */
  List<LoadedDirective> all() {
    return directives;
  }

  /** Returns the directives of a name, in order. */
  List<LoadedDirective> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Returns the directives of several names, in order. */
  List<LoadedDirective> named(Set<String> names) {
    return byName.keySet().stream().anyMatch(names::contains)
        ? directives.stream().filter(directive -> names.contains(directive.name())).toList()
        : List.of();
  }

  /** Returns the last directive of a name. */
  Optional<LoadedDirective> last(String name) {
    List<LoadedDirective> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Tells whether there is a directive of a name. */
  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Tells whether the block is empty. */
  boolean isEmpty() {
    return directives.isEmpty();
  }
}
