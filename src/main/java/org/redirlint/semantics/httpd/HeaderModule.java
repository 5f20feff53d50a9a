package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.HeaderEdit;
import org.redirlint.semantics.Branches;

/**
 * mod_headers, as far as it changes Location and Set-Cookie.
 *
 * @param <V> a value
 */
final class HeaderModule<V> {

  private final Expressions<V> expressions;
  private final HeaderValues<V> values;

  HeaderModule(Expressions<V> expressions, HeaderValues<V> values) {
    this.expressions = expressions;
    this.values = values;
  }

  /**
   * Changes the headers of a response. What a redirect or an error has set is out of reach of
   * {@code Header edit}, which works on a table of its own there; what {@code Header set} puts into
   * that table is sent first.
   */
  List<State<V>> apply(State<V> state, int status) {
    boolean error = status >= 300;
    List<State<V>> states = List.of(state);
    for (HeaderEdit edit : state.settings().headers()) {
      if (edit.always() || !error) {
        states = Branches.then(states, so -> apply(so, edit));
      }
    }
    return states;
  }

  private List<State<V>> apply(State<V> state, HeaderEdit edit) {
    if (edit.variable().isPresent()) {
      String name = edit.variable().get();
      boolean negated = name.startsWith("!");
      boolean set =
          state
              .variables()
              .containsKey((negated ? name.substring(1) : name).toLowerCase(java.util.Locale.ROOT));
      return set == negated ? List.of(state) : changed(state, edit);
    }
    if (edit.condition().isEmpty()) {
      return changed(state, edit);
    }
    return Branches.then(
        expressions.test(state, edit.condition().get()),
        tested -> tested.holds() ? changed(tested.state(), edit) : List.of(tested.state()));
  }

  private List<State<V>> changed(State<V> state, HeaderEdit edit) {
    return edit.meaning().isEmpty()
        ? List.of(state)
        : Branches.then(
            values.of(state, edit.meaning().get()),
            value -> List.of(put(value.state(), edit, value.value())));
  }

  private State<V> put(State<V> state, HeaderEdit edit, V value) {
    State<V> noted = state.note(edit.origin(), "Header " + edit.name() + " " + edit.value());
    if (edit.name().equalsIgnoreCase("Set-Cookie")) {
      List<V> cookies = new ArrayList<>(state.cookies());
      cookies.add(value);
      return noted.withCookies(cookies);
    }
    return noted.withLocation(Optional.of(value));
  }
}
