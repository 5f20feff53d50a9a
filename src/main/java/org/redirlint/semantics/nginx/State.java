package org.redirlint.semantics.nginx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Same;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.Trail;
import org.redirlint.source.Origin;

/**
 * A request on its way through nginx.
 *
 * @param exchange what does not change
 * @param phase where the request is
 * @param server the virtual server
 * @param scope the configuration in force
 * @param handler who will answer in the file system's place
 * @param target what is asked for now
 * @param bindings variables and captures
 * @param flags what else nginx remembers
 * @param location the Location header so far
 * @param errorStatus the status that overrides the response's own; 0 for none
 * @param status the response's own status so far; 0 for none
 * @param supposed what is assumed to be at a path whose file is not known
 * @param trail what has mattered so far
 * @param answer the answer; present in the last phase only
 * @param <V> a value
 */
public record State<V>(
    Exchange<V> exchange,
    Phase phase,
    Server server,
    Scope scope,
    Optional<Handler> handler,
    Target<V> target,
    Bindings<V> bindings,
    Flags flags,
    Optional<V> location,
    int errorStatus,
    int status,
    Map<V, FileStatus> supposed,
    Trail trail,
    Optional<Answer<V>> answer) {

  /** Returns the state of a request whose server is about to be chosen. */
  static <V> State<V> first(Exchange<V> exchange, Server preliminary, Target<V> target) {
    return new State<>(
        exchange,
        Phase.FIND_SERVER,
        preliminary,
        preliminary.scope(),
        Optional.empty(),
        target,
        new Bindings<>(List.of(), Map.of(), 0, 0),
        Flags.INITIAL,
        Optional.empty(),
        0,
        0,
        Map.of(),
        Trail.EMPTY,
        Optional.empty());
  }

  State<V> at(Phase next) {
    Change<V> changed = new Change<>(this);
    changed.phase = next;
    return changed.state();
  }

  State<V> in(Server chosen) {
    Change<V> changed = new Change<>(this);
    changed.server = chosen;
    changed.scope = chosen.scope();
    return changed.state();
  }

  State<V> in(Scope entered) {
    Change<V> changed = new Change<>(this);
    changed.scope = entered;
    return changed.state();
  }

  State<V> with(Optional<Handler> answering) {
    Change<V> changed = new Change<>(this);
    changed.handler = answering;
    return changed.state();
  }

  State<V> with(Target<V> other) {
    Change<V> changed = new Change<>(this);
    changed.target = other;
    return changed.state();
  }

  State<V> with(Bindings<V> other) {
    Change<V> changed = new Change<>(this);
    changed.bindings = other;
    return changed.state();
  }

  State<V> with(Flags other) {
    Change<V> changed = new Change<>(this);
    changed.flags = other;
    return changed.state();
  }

  State<V> withLocation(Optional<V> header) {
    Change<V> changed = new Change<>(this);
    changed.location = header;
    return changed.state();
  }

  State<V> withErrorStatus(int code) {
    Change<V> changed = new Change<>(this);
    changed.errorStatus = code;
    return changed.state();
  }

  State<V> withStatus(int code) {
    Change<V> changed = new Change<>(this);
    changed.status = code;
    return changed.state();
  }

  /** Returns all but what is assumed and noted; parts of the configuration are the same or not. */
  Object likeness() {
    return List.of(
        new Same(exchange),
        phase,
        new Same(server),
        new Same(scope),
        handler,
        target,
        bindings,
        flags,
        location,
        errorStatus,
        status,
        answer);
  }

  /** Returns the state in which no more is assumed than elsewhere. */
  State<V> assuming(Map<V, FileStatus> elsewhere) {
    Map<V, FileStatus> common = new LinkedHashMap<>(supposed);
    common.entrySet().retainAll(elsewhere.entrySet());
    Change<V> changed = new Change<>(this);
    changed.supposed = common;
    return changed.state();
  }

  State<V> suppose(V path, FileStatus file) {
    Map<V, FileStatus> more = new LinkedHashMap<>(supposed);
    more.put(path, file);
    Change<V> changed = new Change<>(this);
    changed.supposed = more;
    return changed.state();
  }

  State<V> note(Origin origin, String what) {
    return note(new Step(origin, what));
  }

  State<V> note(Step step) {
    Change<V> changed = new Change<>(this);
    changed.trail = trail.with(step);
    return changed.state();
  }

  State<V> answered(Answer<V> last) {
    Change<V> changed = new Change<>(this);
    changed.phase = Phase.ANSWERED;
    changed.answer = Optional.of(last);
    return changed.state();
  }

  /** Goes on after another server has answered. */
  State<V> resumed() {
    Change<V> changed = new Change<>(this);
    changed.phase = Phase.CONTENT;
    changed.answer = Optional.empty();
    return changed.state();
  }

  /** Goes into a location, or whatever else has a handler of its own. */
  State<V> enter(Scope entered) {
    State<V> inside = in(entered);
    return entered.handler().isPresent() ? inside.with(entered.handler()) : inside;
  }

  /** A state in the making: all as in another one, but for what is set anew. */
  private static final class Change<V> {

    private final Exchange<V> exchange;
    private Phase phase;
    private Server server;
    private Scope scope;
    private Optional<Handler> handler;
    private Target<V> target;
    private Bindings<V> bindings;
    private Flags flags;
    private Optional<V> location;
    private int errorStatus;
    private int status;
    private Map<V, FileStatus> supposed;
    private Trail trail;
    private Optional<Answer<V>> answer;

    Change(State<V> before) {
      this.exchange = before.exchange;
      this.phase = before.phase;
      this.server = before.server;
      this.scope = before.scope;
      this.handler = before.handler;
      this.target = before.target;
      this.bindings = before.bindings;
      this.flags = before.flags;
      this.location = before.location;
      this.errorStatus = before.errorStatus;
      this.status = before.status;
      this.supposed = before.supposed;
      this.trail = before.trail;
      this.answer = before.answer;
    }

    State<V> state() {
      return new State<>(
          exchange,
          phase,
          server,
          scope,
          handler,
          target,
          bindings,
          flags,
          location,
          errorStatus,
          status,
          supposed,
          trail,
          answer);
    }
  }
}
