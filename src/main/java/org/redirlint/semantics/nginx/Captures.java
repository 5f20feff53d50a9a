package org.redirlint.semantics.nginx;

import java.util.List;
import org.redirlint.model.Pattern;
import org.redirlint.regex.Regex.GroupName;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Domain.Match;

/** Matches a regular expression and keeps what it captured (ngx_http_regex_exec). */
final class Captures {

  private Captures() {}

  /**
   * What a match came to.
   *
   * @param state the state, with the captures of a match
   * @param matches whether the subject matches
   * @param subject the values that lead here
   */
  record Matched<V>(State<V> state, boolean matches, V subject) {}

  /** Matches; where nothing matches, the captures stay what they were. */
  static <V> List<Matched<V>> match(Domain<V> domain, State<V> state, Pattern pattern, V subject) {
    return Branches.then(
        domain.match(pattern.regex(), subject),
        side -> {
          Match<V> match = side.result();
          State<V> after = match.matches() ? captured(state, pattern, match) : state;
          return List.of(new Matched<>(after, match.matches(), side.value()));
        });
  }

  private static <V> State<V> captured(State<V> state, Pattern pattern, Match<V> match) {
    Bindings<V> bindings = state.bindings();
    for (GroupName group : pattern.regex().names()) {
      bindings =
          bindings.with(
              group.name().toLowerCase(java.util.Locale.ROOT), match.groups().get(group.number()));
    }
    return state.with(bindings.withCaptures(match.groups().subList(0, match.highest())));
  }
}
