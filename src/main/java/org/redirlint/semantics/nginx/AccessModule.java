package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.nginx.AccessRule;
import org.redirlint.model.nginx.Network.Address;
import org.redirlint.model.nginx.Settings.Access;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;

/**
 * Who may come in: {@code allow}, {@code deny}, {@code auth_basic}, {@code satisfy}
 * (ngx_http_core_access_phase).
 *
 * @param <V> a value
 */
final class AccessModule<V> {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final String CLIENT = "the client's address";
  private static final String PASSWORD = "whether the password is right";

  private final Domain<V> domain;
  private final Facts facts;
  private final Variables<V> variables;
  private final Responses<V> responses;

  AccessModule(Domain<V> domain, Facts facts, Variables<V> variables, Responses<V> responses) {
    this.domain = domain;
    this.facts = facts;
    this.variables = variables;
    this.responses = responses;
  }

  private enum Verdict {
    ALLOWED,
    DENIED,
    NOT_ASKED
  }

  /** Lets the request on to the next phase, or ends it. */
  List<State<V>> check(State<V> state) {
    Access access = state.scope().settings().access();
    if (access.rules().isEmpty() && access.realm().isEmpty()) {
      return List.of(state.at(Phase.TRY_FILES));
    }
    return Branches.then(rule(access), rule -> check(state, access, rule));
  }

  private List<State<V>> check(State<V> state, Access access, Optional<AccessRule> rule) {
    Verdict byAddress =
        rule.map(r -> r.deny() ? Verdict.DENIED : Verdict.ALLOWED).orElse(Verdict.NOT_ASKED);
    if (byAddress == Verdict.DENIED && !access.satisfyAny()) {
      return denied(state, rule);
    }
    if (access.realm().isEmpty() || (byAddress == Verdict.ALLOWED && access.satisfyAny())) {
      return byAddress == Verdict.DENIED ? denied(state, rule) : List.of(state.at(Phase.TRY_FILES));
    }
    return Branches.then(
        variables.evaluate(state, access.realm().get()),
        realm ->
            Branches.then(
                domain.classify(Tests.OFF, realm.value()),
                side -> {
                  if (side.result()) {
                    return byAddress == Verdict.DENIED
                        ? denied(realm.state(), rule)
                        : List.of(realm.state().at(Phase.TRY_FILES));
                  }
                  if (state.exchange().headers().containsKey("authorization")) {
                    return Branches.then(
                        domain.anyOf(PASSWORD, List.of(true, false)),
                        right ->
                            right
                                ? List.of(realm.state().at(Phase.TRY_FILES))
                                : responses.finish(realm.state(), UNAUTHORIZED));
                  }
                  return responses.finish(realm.state(), UNAUTHORIZED);
                }));
  }

  private List<State<V>> denied(State<V> state, Optional<AccessRule> rule) {
    State<V> noted = rule.isPresent() ? state.note(rule.get().origin(), "deny") : state;
    return responses.finish(noted, FORBIDDEN);
  }

  /** Returns the first rule that concerns the client; each that may be it, if that is not known. */
  private List<Optional<AccessRule>> rule(Access access) {
    List<Optional<AccessRule>> possible = new ArrayList<>();
    for (AccessRule rule : access.rules()) {
      if (rule.network().isEmpty()) {
        possible.add(Optional.of(rule));
        return amongst(possible);
      }
      if (facts.clientAddress().isEmpty()) {
        possible.add(Optional.of(rule));
      } else {
        Optional<Address> address = Address.parse(facts.clientAddress().get());
        if (address.isPresent() && rule.network().get().contains(address.get())) {
          return List.of(Optional.of(rule));
        }
      }
    }
    possible.add(Optional.empty());
    return amongst(possible);
  }

  private List<Optional<AccessRule>> amongst(List<Optional<AccessRule>> possible) {
    return possible.size() == 1 ? possible : domain.anyOf(CLIENT, possible);
  }
}
