package org.redirlint.semantics.httpd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.httpd.SetEnvIf;
import org.redirlint.model.httpd.SetEnvIf.Change;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * mod_setenvif and mod_env.
 *
 * @param <V> a value
 */
final class VariableModule<V> {

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Expressions<V> expressions;

  VariableModule(Domain<V> domain, Variables<V> variables, Expressions<V> expressions) {
    this.domain = domain;
    this.variables = variables;
    this.expressions = expressions;
  }

  /** Sets variables by what the request holds (match_headers). */
  List<State<V>> setEnvIf(State<V> state, List<SetEnvIf> directives) {
    List<State<V>> states = List.of(state);
    for (SetEnvIf directive : directives) {
      states = Branches.then(states, so -> apply(so, directive));
    }
    return states;
  }

  private List<State<V>> apply(State<V> state, SetEnvIf directive) {
    if (directive.expression().isPresent()) {
      return Branches.then(
          expressions.test(state.withGroups(List.of()), directive.expression().get()),
          tested ->
              List.of(
                  tested.holds()
                      ? changed(tested.state(), directive, tested.state().groups())
                      : tested.state()));
    }
    Optional<V> value = attribute(state, directive.attribute());
    if (value.isEmpty()) {
      return List.of(state);
    }
    return Branches.then(
        domain.match(directive.pattern().orElseThrow(), value.get()),
        side ->
            List.of(
                side.result().matches()
                    ? changed(state, directive, side.result().groups())
                    : state));
  }

  private Optional<V> attribute(State<V> state, String name) {
    return switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "request_uri" -> Optional.of(state.resource().uri());
      case "request_method" -> Optional.of(state.resource().method());
      case "request_protocol" -> Optional.of(domain.literal(state.exchange().protocol()));
      case "remote_addr" -> Optional.of(variables.variable(state, "REMOTE_ADDR"));
      case "remote_host" -> Optional.of(variables.variable(state, "REMOTE_HOST"));
      case "server_addr" -> Optional.of(variables.variable(state, "SERVER_ADDR"));
      default -> {
        V header = state.exchange().headers().get(name.toLowerCase(java.util.Locale.ROOT));
        yield header != null
            ? Optional.of(header)
            : Optional.of(state.variables().get(name).orElse(domain.literal("")));
      }
    };
  }

  private State<V> changed(State<V> state, SetEnvIf directive, List<V> groups) {
    State<V> after = state;
    for (Change change : directive.changes()) {
      after =
          change.value().isPresent()
              ? after.withVariable(
                  change.name(),
                  groups.isEmpty()
                      ? domain.literal(change.written())
                      : Substitution.put(domain, change.value().get(), groups))
              : after.withoutVariable(change.name());
    }
    return after;
  }

  /** Sets what SetEnv says behind what is set already; that comes after mod_rewrite. */
  State<V> setEnv(State<V> state) {
    Map<String, V> fixed = new HashMap<>();
    state
        .settings()
        .fixedVariables()
        .forEach(
            (name, value) ->
                value.ifPresent(
                    text ->
                        fixed.put(name.toLowerCase(java.util.Locale.ROOT), domain.literal(text))));
    return fixed.isEmpty()
        ? state
        : state.withVariables(state.variables().before(EnvironmentTable.of(fixed)));
  }

  /** Returns the variables of the request that follows an internal one. */
  EnvironmentTable<V> renamed(State<V> state) {
    V status = domain.literal(String.valueOf(state.progress().status()));
    return state.variables().renamed().with("REDIRECT_STATUS", status);
  }
}
