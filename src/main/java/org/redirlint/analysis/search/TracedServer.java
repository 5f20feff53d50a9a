package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.redirlint.analysis.search.Source.Part;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.UndeterminedException;

/**
 * A server that writes down what it asks of each request.
 *
 * @param <S> a state of the server
 */
final class TracedServer<S> implements Simulator {

  /** More steps than any request takes. */
  private static final int MOST_STEPS = 10_000;

  private final TransitionSystem<Value, S> system;
  private final Tracing tracing;
  private final SupposedFiles files;
  private final OptionalInt plainPort;
  private final Predicate<Url> serves;
  private final List<Observation> observations = new ArrayList<>();
  private Optional<Value> location = Optional.empty();

  /**
   * Takes the server.
   *
   * @param tracing the domain it computes in
   * @param files what is assumed of files
   * @param plainPort the port that a proxy in front would ask
   * @param serves tells which hosts lead back
   */
  TracedServer(
      TransitionSystem<Value, S> system,
      Tracing tracing,
      SupposedFiles files,
      OptionalInt plainPort,
      Predicate<Url> serves) {
    this.system = system;
    this.tracing = tracing;
    this.files = files;
    this.plainPort = plainPort;
    this.serves = serves;
  }

  /**
   * What a server asked of one request.
   *
   * @param questions the tests, in their order
   * @param asked the files it looked for and what was assumed of them
   * @param location the Location header of the answer
   */
  record Observation(
      List<Question> questions, Map<String, FileStatus> asked, Optional<Value> location) {}

  /** Begins a chain under other assumptions. */
  void begin(Map<String, FileStatus> supposed) {
    files.suppose(supposed);
    observations.clear();
  }

  /** Returns what was asked since the beginning, for each request. */
  List<Observation> observations() {
    return List.copyOf(observations);
  }

  @Override
  public Reply answer(Request request) {
    tracing.begin();
    location = Optional.empty();
    Map<String, FileStatus> before = files.asked();
    Reply reply = reply(request);
    Map<String, FileStatus> asked = new LinkedHashMap<>(files.asked());
    asked.keySet().removeAll(before.keySet());
    observations.add(new Observation(tracing.questions(), asked, location));
    return reply;
  }

  private Reply reply(Request request) {
    OptionalInt port = request.port().isPresent() ? request.port() : plainPort;
    try {
      Optional<S> first =
          port.isEmpty()
              ? Optional.empty()
              : system.begin(RequestParts.of(request, port.getAsInt(), TracedServer::part));
      return first.isEmpty()
          ? undetermined("who answers " + request.scheme() + " there is not given")
          : run(first.get());
    } catch (UndeterminedException unknown) {
      return undetermined(unknown.reason());
    }
  }

  private Reply run(S first) {
    S state = first;
    try {
      for (int step = 0; step < MOST_STEPS; step++) {
        Optional<Answer<Value>> answer = system.answer(state);
        if (answer.isPresent()) {
          location = location(answer.get());
          return new Reply(texts(answer.get()), system.steps(state));
        }
        List<S> next = system.successors(state);
        if (next.isEmpty()) {
          break;
        }
        state = next.get(0);
      }
      return undetermined("the request comes to no end");
    } catch (UndeterminedException unknown) {
      return new Reply(new Answer.Undetermined<>(unknown.reason()), system.steps(state));
    }
  }

  private static Value part(String name, String text) {
    return new Value(text, new Part(name));
  }

  private static Reply undetermined(String reason) {
    return new Reply(new Answer.Undetermined<>(reason), List.of());
  }

  private static Optional<Value> location(Answer<Value> answer) {
    return answer instanceof Answer.Response<Value> response
        ? response.location()
        : Optional.empty();
  }

  private static Answer<String> texts(Answer<Value> answer) {
    if (answer instanceof Answer.Response<Value> response) {
      return new Answer.Response<>(
          response.status(),
          response.location().map(Value::text),
          response.fields().stream()
              .map(f -> new Answer.Field<>(f.name(), f.value().map(Value::text)))
              .toList(),
          response.internalLoop());
    }
    if (answer instanceof Answer.Upstream<Value> upstream) {
      return new Answer.Upstream<>(upstream.directive());
    }
    if (answer instanceof Answer.Unread<Value> unread) {
      return new Answer.Unread<>(unread.directive());
    }
    if (answer instanceof Answer.Undetermined<Value> undetermined) {
      return new Answer.Undetermined<>(undetermined.reason());
    }
    return new Answer.Closed<>();
  }

  @Override
  public boolean serves(Url url) {
    return serves.test(url);
  }
}
