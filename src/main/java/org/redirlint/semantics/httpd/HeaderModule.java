package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.HeaderEdit;
import org.redirlint.semantics.Answer.Field;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;

/**
 * mod_headers, as far as it changes headers that are followed.
 *
 * <p>There are two tables: what {@code always} changes is sent with every response, all else is not
 * with errors and redirects.
 *
 * @param <V> a value
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header">Header</a>
 */
final class HeaderModule<V> {

  private final Domain<V> domain;
  private final Expressions<V> expressions;
  private final HeaderValues<V> values;

  HeaderModule(Domain<V> domain, Expressions<V> expressions, HeaderValues<V> values) {
    this.domain = domain;
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
    List<State<V>> states =
        List.of(
            error
                ? state.withFields(state.fields().stream().map(ResponseField::withdrawn).toList())
                : state);
    for (HeaderEdit edit : state.settings().headers()) {
      if (edit.always() || !error) {
        states = Branches.then(states, so -> attempt(so, edit));
      }
    }
    return states;
  }

  /** Returns the headers of a response as they are sent. */
  static <V> List<Field<V>> sent(State<V> state) {
    return state.fields().stream()
        .sorted(Comparator.comparing(field -> !field.always()))
        .map(ResponseField::sent)
        .toList();
  }

  /** What is not known of a header that no browser answers to leaves the answer known. */
  private List<State<V>> attempt(State<V> state, HeaderEdit edit) {
    if (edit.leads()) {
      return apply(state, edit);
    }
    try {
      return apply(state, edit);
    } catch (UndeterminedException notKnown) {
      return List.of(set(state, edit, Optional.empty()));
    }
  }

  private List<State<V>> apply(State<V> state, HeaderEdit edit) {
    if (edit.variable().isPresent()) {
      String name = edit.variable().get();
      boolean negated = name.startsWith("!");
      boolean set = state.variables().has(negated ? name.substring(1) : name);
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
    if (edit.meaning().isPresent()) {
      return Branches.then(
          values.of(state, edit.meaning().get()),
          value -> List.of(put(value.state(), edit, value.value())));
    }
    if (edit.action().equals("unset")) {
      return List.of(state.withFields(others(state, edit)));
    }
    boolean edits =
        edit.action().startsWith("edit") && !edit.leads() && !same(state, edit).isEmpty();
    return List.of(edits ? set(state, edit, Optional.empty()) : state);
  }

  private State<V> put(State<V> state, HeaderEdit edit, V value) {
    if (edit.name().equalsIgnoreCase("Location")) {
      return state
          .note(edit.origin(), "Header " + edit.name() + " " + edit.value())
          .withLocation(Optional.of(value));
    }
    State<V> noted =
        edit.leads()
            ? state.note(edit.origin(), "Header " + edit.name() + " " + edit.value())
            : state;
    List<ResponseField<V>> there = same(state, edit);
    return switch (edit.action()) {
      case "set" -> set(noted, edit, Optional.of(value));
      case "setifempty" -> there.isEmpty() ? set(noted, edit, Optional.of(value)) : state;
      case "append", "merge" ->
          there.isEmpty()
              ? set(noted, edit, Optional.of(value))
              : set(noted, edit, joined(there, edit, value));
      case "add" -> add(noted, edit, Optional.of(value));
      default -> state;
    };
  }

  /** Whether {@code merge} adds a value depends on the values in the header: that is left open. */
  private Optional<V> joined(List<ResponseField<V>> there, HeaderEdit edit, V value) {
    boolean known = there.size() == 1 && edit.action().equals("append");
    return known
        ? there
            .get(0)
            .value()
            .map(old -> domain.concatenate(domain.concatenate(old, domain.literal(", ")), value))
        : Optional.empty();
  }

  /** The first header of the name is overwritten where it stands, any others go (apr_table_set). */
  private State<V> set(State<V> state, HeaderEdit edit, Optional<V> value) {
    List<ResponseField<V>> there = same(state, edit);
    if (there.isEmpty()) {
      return add(state, edit, value);
    }
    List<ResponseField<V>> fields = new ArrayList<>();
    boolean done = false;
    for (ResponseField<V> field : state.fields()) {
      if (!field.is(edit.always(), edit.name())) {
        fields.add(field);
      } else if (!done) {
        fields.add(new ResponseField<>(edit.always(), field.name(), value));
        done = true;
      }
    }
    return state.withFields(fields);
  }

  private State<V> add(State<V> state, HeaderEdit edit, Optional<V> value) {
    List<ResponseField<V>> fields = new ArrayList<>(state.fields());
    fields.add(new ResponseField<>(edit.always(), edit.name(), value));
    return state.withFields(fields);
  }

  private List<ResponseField<V>> same(State<V> state, HeaderEdit edit) {
    return state.fields().stream().filter(field -> field.is(edit.always(), edit.name())).toList();
  }

  private List<ResponseField<V>> others(State<V> state, HeaderEdit edit) {
    return state.fields().stream().filter(field -> !field.is(edit.always(), edit.name())).toList();
  }
}
