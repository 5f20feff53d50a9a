package org.redirlint.semantics.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Handover;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.UndeterminedException;

/**
 * A server and those it hands requests on to, as one: what a server behind answers comes back
 * through the servers in front of it.
 *
 * @param <V> a value
 */
public final class Gateway<V> implements TransitionSystem<V, Gateway.Passage<V>> {

  /** Nobody builds as many servers behind one another. */
  private static final int DEEPEST = 10;

  private final List<Entry<V>> entries;
  private final List<Backend<V>> backends;

  /**
   * Takes the servers.
   *
   * @param entries those that are asked, the first that listens where a request is sent
   * @param backends those that requests are handed on to
   */
  public Gateway(List<Entry<V>> entries, List<Backend<V>> backends) {
    this.entries = List.copyOf(entries);
    this.backends = List.copyOf(backends);
  }

  /**
   * A request on its way through the servers.
   *
   * @param waiting the server in front, which waits for an answer
   * @param running the server that works on the request
   * @param depth how many servers wait
   * @param <V> a value
   */
  public record Passage<V>(Optional<Passage<V>> waiting, Running<V, ?> running, int depth) {

    private List<Passage<V>> with(List<Running<V, ?>> next) {
      return next.stream().map(one -> new Passage<>(waiting, one, depth)).toList();
    }
  }

  @Override
  public Optional<Passage<V>> begin(RequestParts<V> request) {
    for (Entry<V> entry : entries) {
      if (entry.listens().test(request.scheme(), request.port())) {
        return Running.begin(entry.system(), request)
            .map(running -> new Passage<>(Optional.empty(), running, 0));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Passage<V>> successors(Passage<V> passage) {
    Optional<Answer<V>> answer = passage.running().answer();
    if (answer.isEmpty()) {
      return passage.with(passage.running().successors());
    }
    if (answer.get() instanceof Answer.Upstream) {
      List<Passage<V>> behind = behind(passage);
      if (!behind.isEmpty()) {
        return behind;
      }
    }
    return passage
        .waiting()
        .map(front -> front.with(front.running().received(answer.get(), passage.running().steps())))
        .orElse(List.of());
  }

  /** Returns the request where it is handed on to; nothing where that server is not given. */
  private List<Passage<V>> behind(Passage<V> passage) {
    List<Passage<V>> behind = new ArrayList<>();
    for (Handover<V> handover : passage.running().handover()) {
      for (Backend<V> backend : backends) {
        OptionalInt port = port(backend, handover.addresses());
        if (behind.isEmpty() && port.isPresent()) {
          if (passage.depth() == DEEPEST) {
            throw new UndeterminedException("the servers hand the request on to each other");
          }
          RequestParts<V> request = handover.request().to(port.getAsInt());
          Running.begin(backend.system(), request)
              .ifPresent(
                  running ->
                      behind.add(
                          new Passage<>(Optional.of(passage), running, passage.depth() + 1)));
        }
      }
    }
    return behind;
  }

  /** Any of the addresses may be chosen: all have to be the server's, on the same port. */
  private static OptionalInt port(Backend<?> backend, List<Address> addresses) {
    List<OptionalInt> ports =
        addresses.stream().map(address -> backend.ports().apply(address)).distinct().toList();
    return ports.size() == 1 ? ports.get(0) : OptionalInt.empty();
  }

  @Override
  public Optional<Answer<V>> answer(Passage<V> passage) {
    Optional<Answer<V>> answer =
        passage.waiting().isPresent() ? Optional.empty() : passage.running().answer();
    if (answer.isEmpty() || !(answer.get() instanceof Answer.Upstream)) {
      return answer;
    }
    try {
      return behind(passage).isEmpty() ? answer : Optional.empty();
    } catch (UndeterminedException unknown) {
      return Optional.of(new Answer.Undetermined<>(unknown.reason()));
    }
  }

  @Override
  public List<Step> steps(Passage<V> passage) {
    List<Step> steps = new ArrayList<>();
    passage.waiting().ifPresent(front -> steps.addAll(steps(front)));
    steps.addAll(passage.running().steps());
    return steps;
  }

  @Override
  public Map<V, FileStatus> supposed(Passage<V> passage) {
    Map<V, FileStatus> supposed = new LinkedHashMap<>();
    passage.waiting().ifPresent(front -> supposed.putAll(supposed(front)));
    supposed.putAll(passage.running().supposed());
    return supposed;
  }
}
