package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.nginx.AccessRule;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.Network.Address;
import org.redirlint.model.nginx.Settings.Access;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.UndeterminedException;

/**
 * Who may come in: {@code allow}, {@code deny}, {@code auth_basic}, {@code auth_request}, code of
 * other modules, {@code satisfy} (ngx_http_core_access_phase).
 *
 * @param <V> a value
 */
final class AccessModule<V> {

  private static final int OK = 200;
  private static final int INTERNAL_ERROR = 500;
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

  /**
   * What has been decided so far.
   *
   * @param denied the status with which the request is denied if nothing lets it in; 0 if it is not
   * @param made whether nothing more is asked
   */
  private record Decision<V>(State<V> state, int denied, boolean made) {

    Decision<V> in(State<V> other) {
      return new Decision<>(other, denied, made);
    }

    /** Lets the request in, where one permission suffices. */
    Decision<V> admit(boolean suffices) {
      return suffices ? new Decision<>(state, 0, true) : this;
    }

    /** A request that lacks a password is told so, whatever else it lacks. */
    Decision<V> deny(int status) {
      return new Decision<>(state, denied == UNAUTHORIZED ? denied : status, made);
    }
  }

  /** Something that lets requests in or not. */
  private interface Check<V> {
    List<Decision<V>> decide(Decision<V> before, Access access);
  }

  /** Lets the request on to the next phase, or ends it. */
  List<State<V>> check(State<V> state) {
    Access access = state.scope().settings().access();
    List<Decision<V>> decisions = List.of(new Decision<>(state, 0, false));
    for (Check<V> check :
        List.<Check<V>>of(this::byAddress, this::byPassword, this::bySubrequest, this::byCode)) {
      decisions =
          Branches.then(
              decisions,
              decision ->
                  isMade(decision, access) ? List.of(decision) : check.decide(decision, access));
    }
    return Branches.then(
        decisions,
        decision ->
            decision.denied() == 0
                ? List.of(admitted(decision.state()))
                : responses.finish(decision.state(), decision.denied()));
  }

  private static boolean isMade(Decision<?> decision, Access access) {
    return decision.made() || (decision.denied() != 0 && !access.satisfyAny());
  }

  private State<V> admitted(State<V> state) {
    return state.answer().isPresent() ? state : state.at(Phase.TRY_FILES);
  }

  private List<Decision<V>> byAddress(Decision<V> before, Access access) {
    return Branches.then(
        rule(access),
        rule -> {
          if (rule.isEmpty()) {
            return List.of(before);
          }
          return List.of(
              rule.get().deny()
                  ? before.in(before.state().note(rule.get().origin(), "deny")).deny(FORBIDDEN)
                  : before.admit(access.satisfyAny()));
        });
  }

  private List<Decision<V>> byPassword(Decision<V> before, Access access) {
    if (access.realm().isEmpty()) {
      return List.of(before);
    }
    return Branches.then(
        variables.evaluate(before.state(), access.realm().get()),
        realm ->
            Branches.then(
                domain.classify(Tests.OFF, realm.value()),
                side -> {
                  Decision<V> asked = before.in(realm.state());
                  if (side.result()) {
                    return List.of(asked);
                  }
                  if (!realm.state().exchange().headers().containsKey("authorization")) {
                    return List.of(asked.deny(UNAUTHORIZED));
                  }
                  return Branches.then(
                      domain.anyOf(PASSWORD, List.of(true, false)),
                      right ->
                          List.of(
                              right ? asked.admit(access.satisfyAny()) : asked.deny(UNAUTHORIZED)));
                }));
  }

  /**
   * {@code auth_request}: a subrequest that is answered 401 or 403 denies, another one than 2xx is
   * an error (ngx_http_auth_request_handler). Whatever it is answered, variables are set to what it
   * brought.
   */
  private List<Decision<V>> bySubrequest(Decision<V> before, Access access) {
    if (access.subrequest().isEmpty()) {
      return List.of(before);
    }
    Handler subrequest = access.subrequest().get();
    return Branches.then(
        domain.anyOf(
            "what the subrequest of auth_request is answered",
            List.of(OK, UNAUTHORIZED, FORBIDDEN, INTERNAL_ERROR)),
        status -> {
          State<V> told = before.state();
          for (String variable : access.told()) {
            Valued<V> value =
                variables.unknown(told, "what auth_request_set makes of $" + variable);
            told = value.state().with(value.state().bindings().with(variable, value.value()));
          }
          Decision<V> asked =
              before.in(told.note(subrequest.origin(), "auth_request is answered " + status));
          return switch (status) {
            case OK -> List.of(asked.admit(access.satisfyAny()));
            case INTERNAL_ERROR -> List.of(failed(asked));
            default -> List.of(asked.deny(status));
          };
        });
  }

  /**
   * An error page is denied once more where something else has denied the request before.
   *
   * @throws UndeterminedException if something has
   */
  private Decision<V> failed(Decision<V> asked) {
    if (asked.denied() != 0) {
      throw new UndeterminedException("what auth_request comes to after a denial is not known");
    }
    return new Decision<>(asked.state(), INTERNAL_ERROR, true);
  }

  /** What code answers leads nowhere back, as is supposed of code that answers all requests. */
  private List<Decision<V>> byCode(Decision<V> before, Access access) {
    if (access.code().isEmpty()) {
      return List.of(before);
    }
    Handler code = access.code().get();
    return Branches.then(
        domain.anyOf("what " + code.directive() + " does", List.of(true, false)),
        lets -> {
          State<V> noted =
              before.state().note(new Step(code.origin(), code.directive(), Step.Kind.ACTS));
          return List.of(
              lets
                  ? before.in(noted).admit(access.satisfyAny())
                  : new Decision<>(noted.answered(new Answer.Unread<>(code.directive())), 0, true));
        });
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
