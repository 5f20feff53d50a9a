package org.redirlint.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.UndeterminedException;

/**
 * Follows all requests of a set through a server at once. Where a test can go either way, each way
 * is followed with the requests that take it.
 *
 * @param <S> a state of the server
 */
final class Explorer<S> {

  private final Languages domain;
  private final TransitionSystem<Term, S> server;
  private final Client client;
  private final Attempt attempt;

  Explorer(Languages domain, TransitionSystem<Term, S> server, Client client, Attempt attempt) {
    this.attempt = attempt;
    this.domain = domain;
    this.server = server;
    this.client = client;
  }

  /** A step that is to be made, and how its tests are to be answered. */
  private record Task<S>(S state, Constraints before, Choices choices) {}

  /**
   * Returns the ways that the requests of a set take.
   *
   * @throws UndeterminedException if there are too many
   */
  List<Way> ways(RequestSet requests) {
    List<Way> ways = new ArrayList<>();
    Language escaped = domain.memory().intersect(requests.path(), Browser.ESCAPED);
    Language plain = domain.memory().minus(requests.path(), Browser.ESCAPED);
    if (!plain.isEmpty()) {
      explore(requests, plain, false, ways);
    }
    if (!escaped.isEmpty()) {
      explore(requests, escaped, true, ways);
    }
    return ways;
  }

  private void explore(RequestSet requests, Language path, boolean escaped, List<Way> ways) {
    Constraints start =
        Constraints.of(requests.narrowed(Map.of(RequestSet.PATH, path)).inputs(), domain.memory());
    domain.begin(start, Choices.first());
    List<S> first =
        server.beginnings(
            new RequestParts<>(
                requests.scheme(),
                requests.port(),
                escaped,
                new Term.Input(RequestSet.METHOD),
                new Term.Input(RequestSet.HOST),
                new Term.Input(RequestSet.PATH),
                new Term.Input(RequestSet.QUERY),
                name -> new Term.Input(RequestSet.HEADER + name)));
    Collection<Task<S>> level =
        first.stream().map(state -> new Task<>(state, start, Choices.first())).toList();
    while (!level.isEmpty()) {
      Deque<Task<S>> open = new ArrayDeque<>(level);
      Map<Object, Task<S>> next = new LinkedHashMap<>();
      while (!open.isEmpty()) {
        attempt.step();
        run(requests, open.pop(), open, next, ways);
      }
      level = next.values();
    }
  }

  /** States that are alike go on together. */
  private Task<S> join(Task<S> one, Task<S> other) {
    return new Task<>(
        server.join(one.state(), other.state()), one.before().or(other.before()), Choices.first());
  }

  private void run(
      RequestSet requests,
      Task<S> task,
      Deque<Task<S>> open,
      Map<Object, Task<S>> next,
      List<Way> ways) {
    domain.begin(task.before().copy(), task.choices());
    try {
      Optional<Answer<Term>> answer = server.answer(task.state());
      if (answer.isPresent()) {
        ways.add(way(requests, task.state(), answer.get()));
      } else if (!server.leadsNowhere(task.state())) {
        for (S state : server.successors(task.state())) {
          attempt.assume(server.supposed(state));
          next.merge(
              server.likeness(state),
              new Task<>(state, domain.constraints(), Choices.first()),
              this::join);
        }
      }
    } catch (DeadEndException nobody) {
      // No request has come this way.
    } catch (UndeterminedException unknown) {
      ways.add(way(requests, task.state(), unknown.reason()));
    } catch (LanguageTooLargeException tooLarge) {
      ways.add(way(requests, task.state(), "the requests cannot be told apart any more"));
    }
    for (List<Integer> other : task.choices().others()) {
      open.push(new Task<>(task.state(), task.before(), task.choices().again(other)));
    }
  }

  private Way way(RequestSet requests, S state, String reason) {
    return way(requests, state, new Answer.Undetermined<>(reason), Optional.empty());
  }

  private Way way(RequestSet requests, S state, Answer<Term> answer) {
    return way(requests, state, answer, client.follow(requests, answer, domain));
  }

  private Way way(RequestSet requests, S state, Answer<Term> answer, Optional<Redirected> next) {
    return new Way(
        requests, domain.constraints(), answer, next, server.steps(state), server.supposed(state));
  }
}
