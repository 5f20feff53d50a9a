package org.redirlint.semantics;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that computes with the values of a domain.
 *
 * @param <V> a value
 * @param <S> a request on its way through the server
 */
public interface TransitionSystem<V, S> {

  /** Returns the state in which a request begins; empty if no server listens where it is sent. */
  Optional<S> begin(RequestParts<V> request);

  /**
   * Returns every state in which a request can begin: it names a port, but not the address of the
   * server it is sent to.
   */
  default List<S> beginnings(RequestParts<V> request) {
    return begin(request).stream().toList();
  }

  /**
   * Returns what can come next; an answered state has no successors.
   *
   * @throws UndeterminedException if that cannot be told
   */
  List<S> successors(S state);

  /** Returns the answer of a state in which the request is answered. */
  Optional<Answer<V>> answer(S state);

  /**
   * Returns what is handed on in a state that {@linkplain Answer.Upstream another server answers};
   * nothing where it is not sent to an address by HTTP.
   *
   * @throws UndeterminedException if that cannot be told
   */
  default List<Handover<V>> handover(S state) {
    return List.of();
  }

  /**
   * Returns how a request goes on that was handed on.
   *
   * @param state the state in which it was
   * @param answer the other server's answer
   * @param steps what led to that
   */
  default List<S> received(S state, Answer<V> answer, List<Step> steps) {
    throw new UndeterminedException("what comes of the answer of a server behind is not known");
  }

  /** Tells whether it is known that no answer of a state redirects, whatever comes next. */
  default boolean leadsNowhere(S state) {
    return false;
  }

  /**
   * Returns all that the way of a state goes on from, besides what is assumed of files: states of
   * equal likeness can be joined. As a rule no state is like another one.
   */
  default Object likeness(S state) {
    return new Object();
  }

  /** Returns the state that stands for two of equal likeness: it assumes what both assume. */
  default S join(S one, S other) {
    throw new IllegalArgumentException("no state is like another one");
  }

  /** Returns what has mattered on the way to a state. */
  List<Step> steps(S state);

  /** Returns what is assumed to be at paths whose files are not known. */
  Map<V, FileStatus> supposed(S state);
}
