package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.model.httpd.Section;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * Enters {@code Location} and {@code If} sections (ap_location_walk, ap_if_walk).
 *
 * @param <V> a value
 */
final class LocationWalk<V> {

  private final Domain<V> domain;
  private final Expressions<V> expressions;

  LocationWalk(Domain<V> domain, Expressions<V> expressions) {
    this.domain = domain;
    this.expressions = expressions;
  }

  /** Enters every section that fits. */
  List<State<V>> walk(State<V> state) {
    return Branches.then(
        SectionMatch.apart(state, this::sections),
        so -> {
          List<Section> conditions = so.settings().conditions();
          return SectionMatch.apart(so, inner -> conditions(inner, conditions, 0, false));
        });
  }

  private List<State<V>> sections(State<V> state) {
    List<State<V>> states = List.of(state);
    for (Section section : state.host().locations()) {
      states = Branches.then(states, so -> SectionMatch.location(domain, so, section));
    }
    return states;
  }

  private List<State<V>> conditions(
      State<V> state, List<Section> sections, int index, boolean taken) {
    if (index >= sections.size()) {
      return List.of(state);
    }
    Section section = sections.get(index);
    if (section.kind() != Section.Kind.IF && taken) {
      return conditions(state, sections, index + 1, true);
    }
    if (section.kind() == Section.Kind.ELSE) {
      return Branches.then(enter(state, section), so -> conditions(so, sections, index + 1, true));
    }
    return Branches.then(
        expressions.test(state, section.expression().orElseThrow()),
        tested ->
            tested.holds()
                ? Branches.then(
                    enter(tested.state(), section), so -> conditions(so, sections, index + 1, true))
                : conditions(tested.state(), sections, index + 1, false));
  }

  private List<State<V>> enter(State<V> state, Section section) {
    return conditions(
        SectionMatch.enter(state, section), section.settings().conditions(), 0, false);
  }
}
