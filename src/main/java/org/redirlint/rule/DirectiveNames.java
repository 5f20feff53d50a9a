package org.redirlint.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;

/**
 * The directives of a configuration in the server's order, a block before what is in it, and by
 * their names.
 */
final class DirectiveNames {

  private final List<Occurrence> all = new ArrayList<>();

  /** By each name as written, where its directives are among all, in ascending order. */
  private final Map<String, List<Integer>> places = new LinkedHashMap<>();

  DirectiveNames(LoadedConfiguration configuration) {
    add(configuration, configuration.directives(), List.of());
  }

  private void add(
      LoadedConfiguration configuration,
      List<LoadedDirective> directives,
      List<LoadedDirective> enclosing) {
    for (LoadedDirective directive : directives) {
      places.computeIfAbsent(directive.name(), name -> new ArrayList<>()).add(all.size());
      all.add(new Occurrence(directive, enclosing, configuration));
      if (!directive.body().isEmpty()) {
        List<LoadedDirective> inside = new ArrayList<>(enclosing);
        inside.add(directive);
        add(configuration, directive.body(), List.copyOf(inside));
      }
    }
  }

  /** Returns all directives. */
  List<Occurrence> all() {
    return Collections.unmodifiableList(all);
  }

  /** Returns every directive of one of these names; case does not matter. */
  Stream<Occurrence> named(String... names) {
    return places.entrySet().stream()
        .filter(entry -> Stream.of(names).anyMatch(entry.getKey()::equalsIgnoreCase))
        .flatMap(entry -> entry.getValue().stream())
        .sorted()
        .map(all::get);
  }
}
