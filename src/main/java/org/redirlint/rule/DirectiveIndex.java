package org.redirlint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.source.Origin;

/** Directives by their places. */
final class DirectiveIndex {

  private final Map<Origin, Occurrence> byPlace = new HashMap<>();
  private final Map<Origin, List<LoadedDirective>> conditions = new HashMap<>();

  /**
   * Takes the directives of a configuration, in the server's order, a block before what is in it.
   */
  void add(List<Occurrence> directives) {
    List<LoadedDirective> above = new ArrayList<>();
    for (Occurrence at : directives) {
      byPlace.putIfAbsent(at.origin(), at);
      if (at.directive().is("RewriteCond")) {
        above.add(at.directive());
      } else if (at.directive().is("RewriteRule")) {
        conditions.putIfAbsent(at.origin(), List.copyOf(above));
        above.clear();
      }
    }
  }

  /** Returns the directive at a place. */
  Optional<Occurrence> at(Origin place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  /** Returns the conditions of the rewrite rule at a place, in their order. */
  List<LoadedDirective> conditionsOf(Origin rule) {
    return conditions.getOrDefault(rule, List.of());
  }
}
