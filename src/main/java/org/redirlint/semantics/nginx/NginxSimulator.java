package org.redirlint.semantics.nginx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.UndeterminedException;

/** Runs one request through {@link NginxSemantics} in the concrete domain. */
public final class NginxSimulator implements Simulator {

  /** How many ways unknown files may open before nothing is said at all. */
  private static final int MOST_WAYS = 64;

  private final NginxSemantics<String> semantics;
  private final Endpoints endpoints;

  /** Takes the configuration and what is known of the world. */
  public NginxSimulator(NginxConfiguration configuration, Facts facts) {
    this.semantics = new NginxSemantics<>(new Strings(), facts, configuration);
    this.endpoints = new Endpoints(configuration.servers());
  }

  @Override
  public Reply answer(Request request) {
    Optional<Endpoint> endpoint = endpoints.of(request);
    if (endpoint.isEmpty()) {
      String port = request.port().isPresent() ? "port " + request.port().getAsInt() : "any port";
      return undetermined("no server listens on " + port);
    }
    Deque<State<String>> open = new ArrayDeque<>();
    List<State<String>> ends = new ArrayList<>();
    open.push(RequestReader.read(request, endpoint.get()));
    while (!open.isEmpty()) {
      State<String> state = open.pop();
      if (state.answer().isPresent()) {
        ends.add(state);
        continue;
      }
      try {
        semantics.successors(state).forEach(open::push);
      } catch (UndeterminedException unknown) {
        ends.add(state.answered(new Answer.Undetermined<>(unknown.reason())));
      }
      if (open.size() + ends.size() > MOST_WAYS) {
        return undetermined("too many files are not known");
      }
    }
    return agreed(ends);
  }

  /** One answer is an answer; several are none, unless they are the same. */
  private static Reply agreed(List<State<String>> ends) {
    State<String> first = ends.get(0);
    Answer<String> answer = first.answer().orElseThrow();
    for (State<String> other : ends) {
      if (!other.answer().equals(first.answer())) {
        return new Reply(new Answer.Undetermined<>(unknownFile(ends)), commonSteps(ends));
      }
    }
    return new Reply(answer, first.trail().steps());
  }

  /** What mattered before the ways parted. */
  private static List<Step> commonSteps(List<State<String>> ends) {
    List<Step> common = ends.get(0).trail().steps();
    for (State<String> end : ends) {
      List<Step> steps = end.trail().steps();
      int shared = 0;
      while (shared < Math.min(common.size(), steps.size())
          && common.get(shared).equals(steps.get(shared))) {
        shared++;
      }
      common = common.subList(0, shared);
    }
    return common;
  }

  private static String unknownFile(List<State<String>> ends) {
    for (State<String> end : ends) {
      for (Map.Entry<String, FileStatus> supposed : end.supposed().entrySet()) {
        return "whether there is a file or a directory at " + supposed.getKey() + " is not known";
      }
    }
    return "a file is not known";
  }

  private static Reply undetermined(String reason) {
    return new Reply(new Answer.Undetermined<>(reason), List.of());
  }

  @Override
  public boolean serves(Url url) {
    return endpoints.all().stream().anyMatch(endpoint -> endpoint.find(url.host()).isPresent());
  }
}
