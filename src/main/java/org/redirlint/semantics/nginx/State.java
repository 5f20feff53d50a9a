package org.redirlint.semantics.nginx;

import java.util.Map;
import java.util.Optional;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
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

  State<V> at(Phase next) {
    return new State<>(
        exchange,
        next,
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

  State<V> in(Server chosen) {
    return new State<>(
        exchange,
        phase,
        chosen,
        chosen.scope(),
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

  State<V> in(Scope entered) {
    return new State<>(
        exchange,
        phase,
        server,
        entered,
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

  State<V> with(Optional<Handler> answering) {
    return new State<>(
        exchange,
        phase,
        server,
        scope,
        answering,
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

  State<V> with(Target<V> other) {
    return new State<>(
        exchange,
        phase,
        server,
        scope,
        handler,
        other,
        bindings,
        flags,
        location,
        errorStatus,
        status,
        supposed,
        trail,
        answer);
  }

  State<V> with(Bindings<V> other) {
    return new State<>(
        exchange,
        phase,
        server,
        scope,
        handler,
        target,
        other,
        flags,
        location,
        errorStatus,
        status,
        supposed,
        trail,
        answer);
  }

  State<V> with(Flags other) {
    return new State<>(
        exchange,
        phase,
        server,
        scope,
        handler,
        target,
        bindings,
        other,
        location,
        errorStatus,
        status,
        supposed,
        trail,
        answer);
  }

  State<V> withLocation(Optional<V> header) {
    return new State<>(
        exchange,
        phase,
        server,
        scope,
        handler,
        target,
        bindings,
        flags,
        header,
        errorStatus,
        status,
        supposed,
        trail,
        answer);
  }

  State<V> withErrorStatus(int code) {
    return new State<>(
        exchange, phase, server, scope, handler, target, bindings, flags, location, code, status,
        supposed, trail, answer);
  }

  State<V> withStatus(int code) {
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
        code,
        supposed,
        trail,
        answer);
  }

  State<V> suppose(V path, FileStatus file) {
    Map<V, FileStatus> more = new java.util.LinkedHashMap<>(supposed);
    more.put(path, file);
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
        more,
        trail,
        answer);
  }

  State<V> note(Origin origin, String what) {
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
        trail.with(origin, what),
        answer);
  }

  State<V> answered(Answer<V> last) {
    return new State<>(
        exchange,
        Phase.ANSWERED,
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
        Optional.of(last));
  }

  /** Goes into a location, or whatever else has a handler of its own. */
  State<V> enter(Scope entered) {
    State<V> inside = in(entered);
    return entered.handler().isPresent() ? inside.with(entered.handler()) : inside;
  }
}
