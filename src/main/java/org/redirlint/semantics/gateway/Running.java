package org.redirlint.semantics.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Handover;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.TransitionSystem;

/**
 * A request on its way through one of several servers.
 *
 * @param system the server
 * @param state where the request is
 * @param <V> a value
 * @param <S> a state of the server
 */
record Running<V, S>(TransitionSystem<V, S> system, S state) {

  /** Returns a request at its beginning; empty if the server does not listen where it is sent. */
  static <V, S> Optional<Running<V, ?>> begin(
      TransitionSystem<V, S> system, RequestParts<V> request) {
    return system.begin(request).map(state -> new Running<>(system, state));
  }

  List<Running<V, ?>> successors() {
    return all(system.successors(state));
  }

  List<Running<V, ?>> received(Answer<V> answer, List<Step> steps) {
    return all(system.received(state, answer, steps));
  }

  private List<Running<V, ?>> all(List<S> states) {
    return states.stream().<Running<V, ?>>map(next -> new Running<>(system, next)).toList();
  }

  Optional<Answer<V>> answer() {
    return system.answer(state);
  }

  List<Handover<V>> handover() {
    return system.handover(state);
  }

  List<Step> steps() {
    return system.steps(state);
  }

  Map<V, FileStatus> supposed() {
    return system.supposed(state);
  }
}
