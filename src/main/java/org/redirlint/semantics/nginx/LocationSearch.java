package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.redirlint.model.Pattern;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.LocationMatch;
import org.redirlint.model.nginx.LocationMatch.RegexMatch;
import org.redirlint.model.nginx.Locations;
import org.redirlint.model.nginx.Locations.Found;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * Finds the location of a URI (ngx_http_core_find_location).
 *
 * @param <V> a value
 */
final class LocationSearch<V> {

  private final Domain<V> domain;
  private final Map<Locations, StaticLocations> tables = new ConcurrentHashMap<>();

  LocationSearch(Domain<V> domain) {
    this.domain = domain;
  }

  /** How a search ends. */
  enum End {
    /** No more locations are to be tried: an exact name, or a regular expression. */
    FINAL,
    /** Regular expressions further out may still win. */
    OPEN,
    /** The URI lacks a final slash. */
    SLASH_REDIRECT
  }

  /**
   * Where a search led.
   *
   * @param state the state; its captures may have changed
   * @param location the location; empty for the server itself
   * @param end how the search ended
   */
  record Choice<V>(State<V> state, Optional<Location> location, End end) {}

  /** Searches from the server's own locations on. */
  List<Choice<V>> search(State<V> state) {
    return search(state, state.server().scope().locations(), Optional.empty());
  }

  private List<Choice<V>> search(State<V> state, Locations locations, Optional<Location> outer) {
    return Branches.then(
        domain.classify(
            tables.computeIfAbsent(locations, StaticLocations::new), state.target().uri()),
        side -> {
          State<V> narrowed = state.with(state.target().withUri(side.value()));
          Found found = side.result();
          return switch (found.kind()) {
            case EXACT -> List.of(new Choice<>(narrowed, found.location(), End.FINAL));
            case SLASH_REDIRECT ->
                List.of(new Choice<>(narrowed, found.location(), End.SLASH_REDIRECT));
            case PREFIX -> inside(narrowed, locations, found.location().orElseThrow());
            case NONE -> patterns(new Choice<>(narrowed, outer, End.OPEN), locations, 0);
          };
        });
  }

  private List<Choice<V>> inside(State<V> state, Locations locations, Location prefix) {
    return Branches.then(
        search(state, prefix.scope().locations(), Optional.of(prefix)),
        choice -> {
          boolean priority = prefix.match() instanceof LocationMatch.PriorityPrefix;
          return choice.end() != End.OPEN || priority
              ? List.of(choice)
              : patterns(choice, locations, 0);
        });
  }

  private List<Choice<V>> patterns(Choice<V> soFar, Locations locations, int index) {
    if (index == locations.patterns().size()) {
      return List.of(soFar);
    }
    Location location = locations.patterns().get(index);
    Pattern pattern = ((RegexMatch) location.match()).pattern();
    State<V> state = soFar.state();
    return Branches.then(
        Captures.match(domain, state, pattern, state.target().uri()),
        matched -> {
          State<V> after =
              matched.state().with(matched.state().target().withUri(matched.subject()));
          return matched.matches()
              ? nested(after, location)
              : patterns(new Choice<>(after, soFar.location(), soFar.end()), locations, index + 1);
        });
  }

  private List<Choice<V>> nested(State<V> state, Location location) {
    return Branches.then(
        search(state, location.scope().locations(), Optional.of(location)),
        choice -> List.of(new Choice<>(choice.state(), choice.location(), End.FINAL)));
  }
}
