package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.UndeterminedException;
import org.redirlint.source.Origin;

/**
 * Decides whether any request is redirected without end. The image of all requests under one
 * redirect is taken again and again; if it is empty after some redirects, every chain is shorter.
 * Where requests are left after many redirects, some are drawn and run in the simulator.
 */
final class Prover {

  /** How many redirects in a row are followed for all requests at once. */
  private static final int DEEPEST = 12;

  private static final int MOST_WITNESSES = 100;

  private final Explorer<?> explorer;
  private final Sampler sampler;
  private final Replay replay;
  private final List<Witness> witnesses = new ArrayList<>();
  private Optional<String> unknown = Optional.empty();

  Prover(Explorer<?> explorer, Sampler sampler, Replay replay) {
    this.explorer = explorer;
    this.sampler = sampler;
    this.replay = replay;
  }

  /**
   * Requests that the same directive sends to the same place are followed together.
   *
   * @param last the directive; empty for requests that come from outside
   */
  private record Group(Optional<Origin> last, String scheme, int port, boolean atFirstHost) {
    static Group of(Way way, RequestSet next) {
      List<Step> steps = way.steps();
      Optional<Origin> last =
          steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1).origin());
      return new Group(last, next.scheme(), next.port(), next.atFirstHost());
    }
  }

  /** Decides for all requests that begin in one of some sets. */
  Verdict decide(List<RequestSet> beginnings) {
    List<Way> redirecting = new ArrayList<>();
    beginnings.forEach(requests -> redirecting.addAll(redirecting(requests)));
    List<Way> first = List.copyOf(redirecting);
    int redirects = 0;
    Map<Group, RequestSet> before = Map.of();
    while (!redirecting.isEmpty() && redirects < DEEPEST) {
      redirects++;
      Map<Group, RequestSet> image = image(redirecting);
      if (isStable(before, image)) {
        break;
      }
      redirecting.clear();
      image.values().forEach(requests -> redirecting.addAll(redirecting(requests)));
      before = image;
    }
    if (!redirecting.isEmpty()) {
      redirecting.forEach(this::search);
      first.forEach(this::search);
      unknown =
          unknown.or(() -> Optional.of("some requests may come back, but none was found to loop"));
    }
    if (!witnesses.isEmpty()) {
      return new Verdict.Loops(witnesses);
    }
    int longest = redirects;
    return unknown
        .<Verdict>map(Verdict.Undecided::new)
        .orElseGet(() -> new Verdict.LoopFree(longest));
  }

  private List<Way> redirecting(RequestSet requests) {
    List<Way> redirecting = new ArrayList<>();
    try {
      for (Way way : explorer.ways(requests)) {
        if (way.answer() instanceof Answer.Undetermined<Term> answer) {
          unknown = unknown.or(() -> Optional.of(answer.reason()));
        }
        if (way.answer() instanceof Answer.Response<Term> last && last.internalLoop()) {
          search(way);
        }
        if (way.next().isPresent()) {
          redirecting.add(way);
        }
      }
    } catch (UndeterminedException tooMany) {
      unknown = unknown.or(() -> Optional.of(tooMany.reason()));
    }
    return redirecting;
  }

  private static Map<Group, RequestSet> image(List<Way> ways) {
    Map<Group, RequestSet> image = new LinkedHashMap<>();
    for (Way way : ways) {
      way.next().ifPresent(next -> image.merge(Group.of(way, next), next, RequestSet::union));
    }
    return image;
  }

  /** Once the image is no smaller than it was, it will never be empty. */
  private static boolean isStable(Map<Group, RequestSet> before, Map<Group, RequestSet> image) {
    return !before.isEmpty()
        && before.entrySet().stream()
            .allMatch(
                entry -> {
                  RequestSet now = image.get(entry.getKey());
                  return now != null && now.includes(entry.getValue());
                });
  }

  private void search(Way way) {
    if (witnesses.size() >= MOST_WITNESSES) {
      return;
    }
    for (Sampler.Sample sample : sampler.draw(way.from())) {
      Optional<Witness> witness = replay.run(sample, way.supposed());
      if (witness.isPresent()) {
        witnesses.add(witness.get());
        return;
      }
    }
  }
}
