package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.Access;
import org.redirlint.model.httpd.Access.Group;
import org.redirlint.model.httpd.Access.Order;
import org.redirlint.model.httpd.Access.Ordering;
import org.redirlint.model.httpd.Access.Require;
import org.redirlint.model.httpd.Access.Requirement;
import org.redirlint.model.httpd.Access.Rule;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;

/**
 * Who may come in: mod_authz_core, mod_authz_host, mod_access_compat.
 *
 * @param <V> a value
 */
final class AccessModule<V> {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private static final String CLIENT = "the client's address";

  private final Domain<V> domain;
  private final Facts facts;
  private final Expressions<V> expressions;

  AccessModule(Domain<V> domain, Facts facts, Expressions<V> expressions) {
    this.domain = domain;
    this.facts = facts;
    this.expressions = expressions;
  }

  private enum Verdict {
    GRANTED,
    DENIED,
    NEUTRAL,
    NEEDS_USER
  }

  private record Judged<V>(State<V> state, Verdict verdict) {}

  /** Lets a request in or refuses it. */
  List<Outcome<V>> check(State<V> state) {
    Access all = state.settings().access();
    boolean hasHosts = !all.orders().isEmpty() || !all.rules().isEmpty();
    Classifier<Access> counts = all::of;
    return all.equals(Access.NONE)
        ? Outcome.of(state, Outcome.OK)
        : Branches.then(
            domain.classify(counts, state.resource().method()),
            side -> check(state, side.result(), hasHosts));
  }

  private List<Outcome<V>> check(State<V> state, Access access, boolean hasHosts) {
    return Branches.then(
        hasHosts ? isAllowed(state, access) : List.of(true),
        byHost -> check(state, access, hasHosts, byHost));
  }

  private List<Outcome<V>> check(State<V> state, Access access, boolean hasHosts, boolean byHost) {
    if (access.requirement().isEmpty()) {
      boolean any = access.satisfyAny().orElse(false);
      return Outcome.of(state, byHost || any ? Outcome.OK : FORBIDDEN);
    }
    return Branches.then(
        judge(state, access.requirement().get()),
        judged -> {
          int status =
              switch (judged.verdict()) {
                case GRANTED -> Outcome.OK;
                case NEEDS_USER -> UNAUTHORIZED;
                default -> FORBIDDEN;
              };
          boolean any = access.satisfyAny().orElse(false) && hasHosts;
          if (any && byHost) {
            return Outcome.of(judged.state(), Outcome.OK);
          }
          return Outcome.of(judged.state(), byHost || any ? status : FORBIDDEN);
        });
  }

  private List<Boolean> isAllowed(State<V> state, Access access) {
    for (Rule rule : access.rules()) {
      Optional<String> question = question(rule.from());
      if (question.isPresent()) {
        return domain.anyOf(question.get(), List.of(true, false));
      }
    }
    boolean allowed = false;
    boolean denied = false;
    for (Rule rule : access.rules()) {
      boolean fits = fits(state, rule.from());
      allowed |= fits && rule.allow();
      denied |= fits && !rule.allow();
    }
    return List.of(
        switch (order(access)) {
          case DENY_ALLOW -> allowed || !denied;
          case ALLOW_DENY -> allowed && !denied;
          case MUTUAL_FAILURE -> allowed && !denied;
        });
  }

  /** Returns what has to be known of the client; empty if that is known. */
  private Optional<String> question(String from) {
    if (from.equalsIgnoreCase("all") || from.startsWith("env=")) {
      return Optional.empty();
    }
    if (!Networks.isNetwork(from)) {
      return Optional.of("whether the client's host name is " + from);
    }
    return facts.clientAddress().isPresent() ? Optional.empty() : Optional.of(CLIENT);
  }

  private static Order order(Access access) {
    List<Ordering> orders = access.orders();
    return orders.isEmpty() ? Order.DENY_ALLOW : orders.get(orders.size() - 1).order();
  }

  private boolean fits(State<V> state, String from) {
    if (from.equalsIgnoreCase("all")) {
      return true;
    }
    if (from.startsWith("env=")) {
      boolean negated = from.startsWith("env=!");
      String name = from.substring(negated ? 5 : 4);
      return isSet(state, name) != negated;
    }
    return facts.clientAddress().filter(client -> Networks.contains(from, client)).isPresent();
  }

  private boolean isSet(State<V> state, String name) {
    return state.variables().has(name);
  }

  private List<Judged<V>> either(State<V> state, String question, Verdict otherwise) {
    return Branches.then(
        domain.anyOf(question, List.of(true, false)),
        yes -> List.of(new Judged<>(state, yes ? Verdict.GRANTED : otherwise)));
  }

  private List<Judged<V>> judge(State<V> state, Requirement requirement) {
    if (requirement instanceof Group group) {
      return group(state, group, 0, Verdict.NEUTRAL);
    }
    Require require = (Require) requirement;
    return Branches.then(
        require(state, require),
        judged -> {
          Verdict verdict = judged.verdict();
          if (require.negated()) {
            verdict = verdict == Verdict.GRANTED ? Verdict.DENIED : Verdict.NEUTRAL;
          }
          return List.of(new Judged<>(judged.state(), verdict));
        });
  }

  private List<Judged<V>> group(State<V> state, Group group, int index, Verdict so) {
    if (index >= group.members().size()) {
      boolean none = group.kind().equals("none");
      return List.of(
          new Judged<>(
              state, none ? (so == Verdict.GRANTED ? Verdict.DENIED : Verdict.NEUTRAL) : so));
    }
    return Branches.then(
        judge(state, group.members().get(index)),
        judged -> {
          Verdict together = combined(group.kind(), so, judged.verdict());
          boolean decided =
              group.kind().equals("all") ? together == Verdict.DENIED : together == Verdict.GRANTED;
          return group(
              judged.state(), group, decided ? group.members().size() : index + 1, together);
        });
  }

  private static Verdict combined(String kind, Verdict so, Verdict next) {
    if (next == Verdict.NEUTRAL) {
      return so;
    }
    if (kind.equals("all")) {
      return so == Verdict.NEUTRAL || next != Verdict.GRANTED ? next : so;
    }
    return so == Verdict.NEUTRAL || next == Verdict.GRANTED || next == Verdict.NEEDS_USER
        ? next
        : so;
  }

  private List<Judged<V>> require(State<V> state, Require require) {
    String first = require.arguments().isEmpty() ? "" : require.arguments().get(0);
    boolean holds;
    switch (require.kind()) {
      case "all" -> holds = first.equalsIgnoreCase("granted");
      case "env" -> holds = require.arguments().stream().anyMatch(name -> isSet(state, name));
      case "method" ->
          holds =
              domain
                  .classify(
                      Tests.isOneOf(java.util.Set.copyOf(require.arguments())),
                      state.resource().method())
                  .stream()
                  .allMatch(Domain.Side::result);
      case "ip", "local" -> {
        if (facts.clientAddress().isEmpty()) {
          return either(state, CLIENT, Verdict.DENIED);
        }
        String client = facts.clientAddress().get();
        holds =
            require.kind().equals("ip")
                ? require.arguments().stream()
                    .anyMatch(network -> Networks.contains(network, client))
                : Networks.contains("127.0.0.0/8", client)
                    || facts.serverAddress().filter(client::equals).isPresent();
      }
      case "expr" -> {
        return Branches.then(
            expressions.test(state, require.expression().orElseThrow()),
            tested ->
                List.of(
                    new Judged<>(
                        tested.state(), tested.holds() ? Verdict.GRANTED : Verdict.DENIED)));
      }
      case "valid-user", "user", "group" -> {
        if (state.exchange().headers().containsKey("authorization")) {
          return either(state, "whether the password is right", Verdict.NEEDS_USER);
        }
        return List.of(new Judged<>(state, Verdict.NEEDS_USER));
      }
      default -> {
        return either(
            state, "whether \"Require " + require.kind() + "\" lets the client in", Verdict.DENIED);
      }
    }
    return List.of(new Judged<>(state, holds ? Verdict.GRANTED : Verdict.DENIED));
  }
}
