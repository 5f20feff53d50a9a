package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.redirlint.regex.Language;
import org.redirlint.regex.Lazy;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.UndeterminedException;
import org.redirlint.source.Origin;

/**
 * Decides whether any request is redirected without end. The image of all requests under one
 * redirect is taken again and again; if it is empty after some redirects, every chain is shorter.
 * Else the URLs may get ever shorter. Where neither is so, some requests are drawn and run in the
 * simulator.
 */
final class Prover {

  /** How many redirects in a row are followed for all requests at once. */
  private static final int DEEPEST = 12;

  /**
   * After these redirects, paths that get ever longer are followed as any path: one that the same
   * directives redirect again and again never comes to stay by itself.
   */
  private static final int GROWN = 5;

  /** How many redirects in a row are followed among the same requests. */
  private static final int MOST_STAYS = 3;

  /** From how many ways requests are drawn. */
  private static final int MOST_SEARCHES = 12;

  private static final String UNDECIDED = "some requests may come back, but none was found to loop";

  private final Explorer<?> explorer;
  private final Sampler sampler;
  private final Replay replay;
  private final Memory memory;
  private final Attempt attempt;
  private final List<Way> giveUps = new ArrayList<>();
  private final List<Way> unknowns = new ArrayList<>();
  private final List<Witness> witnesses = new ArrayList<>();
  private int searched;
  private Optional<String> unknown = Optional.empty();

  Prover(Explorer<?> explorer, Sampler sampler, Replay replay, Memory memory, Attempt attempt) {
    this.attempt = attempt;
    this.memory = memory;
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
    List<Way> first = new ArrayList<>();
    beginnings.forEach(requests -> first.addAll(redirecting(requests)));
    unknowns.forEach(way -> attempt.endUnknown(way.supposed()));
    Followed followed = follow(first);
    if (unknown.isEmpty()
        && giveUps.isEmpty()
        && (followed.last().isEmpty() || followed.ranked())) {
      return new Verdict.LoopFree(
          followed.last().isEmpty() ? OptionalInt.of(followed.redirects()) : OptionalInt.empty());
    }
    giveUps.forEach(this::search);
    followed.last().forEach(this::search);
    first.forEach(this::search);
    return witnesses.isEmpty()
        ? new Verdict.Undecided(unknown.orElse(UNDECIDED))
        : new Verdict.Loops(witnesses);
  }

  /**
   * How far requests were followed.
   *
   * @param redirects how many redirects in a row
   * @param last the ways that redirect once more
   * @param ranked whether no chain of these is endless
   */
  private record Followed(int redirects, List<Way> last, boolean ranked) {}

  private Followed follow(List<Way> first) {
    Followed followed = new Followed(0, first, false);
    Map<Group, RequestSet> before = Map.of();
    List<Map<Group, RequestSet>> earlier = new ArrayList<>();
    int stayed = 0;
    try {
      while (!followed.last().isEmpty() && followed.redirects() < DEEPEST && unknown.isEmpty()) {
        int redirects = followed.redirects() + 1;
        Map<Group, RequestSet> image = image(followed.last());
        boolean stays = includes(before, image);
        if (!stays && redirects == GROWN && image.keySet().equals(before.keySet())) {
          image.replaceAll((group, requests) -> widened(group, requests, earlier));
        }
        if (redirects > 1 && redirects < GROWN) {
          earlier.add(image);
        }
        Map<Group, List<Way>> ways = new LinkedHashMap<>();
        image.forEach((group, requests) -> ways.put(group, redirecting(requests)));
        List<Way> redirecting = ways.values().stream().flatMap(List::stream).toList();
        Ranking<Pair> ranking = stays ? ranking(ways) : new Ranking<>();
        stayed += stays ? 1 : 0;
        followed = new Followed(redirects, redirecting, stays && ranking.ends());
        if ((followed.ranked() && ranking.hasCircles())
            || (stays && !followed.ranked() && stayed >= MOST_STAYS)) {
          break;
        }
        before = image;
      }
    } catch (UndeterminedException tooMany) {
      unknown = unknown.or(() -> Optional.of(tooMany.reason()));
    }
    return followed;
  }

  /**
   * Returns requests and those of earlier images with any path. Where redirects take turns, each
   * image holds what the one before the last did, and not what the last one did.
   */
  private RequestSet widened(
      Group group, RequestSet requests, List<Map<Group, RequestSet>> earlier) {
    RequestSet all = requests.withAnyPath();
    for (Map<Group, RequestSet> image : earlier) {
      RequestSet there = image.get(group);
      all = there == null ? all : all.union(there.withAnyPath(), memory);
    }
    return all;
  }

  /**
   * Two redirects in a row.
   *
   * @param first what the first one leads to
   * @param second what the second one leads to
   */
  private record Pair(Group first, Group second) {}

  private Ranking<Pair> ranking(Map<Group, List<Way>> ways) {
    Map<Pair, List<Way>> pairs = new LinkedHashMap<>();
    ways.forEach(
        (group, all) ->
            byTarget(all).forEach((target, some) -> pairs.put(new Pair(group, target), some)));
    Map<Group, List<Map.Entry<Pair, List<Way>>>> starting =
        pairs.entrySet().stream().collect(Collectors.groupingBy(entry -> entry.getKey().first()));
    Ranking<Pair> ranking = new Ranking<>();
    pairs.forEach(
        (from, first) -> {
          for (Map.Entry<Pair, List<Way>> to : starting.getOrDefault(from.second(), List.of())) {
            rank(ranking, from, first, to.getKey(), paths(to.getValue()));
          }
        });
    return ranking;
  }

  /** Sorts ways that redirect by what they lead to. */
  private static Map<Group, List<Way>> byTarget(List<Way> ways) {
    Map<Group, List<Way>> targets = new LinkedHashMap<>();
    for (Way way : ways) {
      Group target = Group.of(way, way.next().orElseThrow().requests());
      targets.computeIfAbsent(target, unknown -> new ArrayList<>()).add(way);
    }
    return targets;
  }

  /**
   * Adds what the first of two redirects does to URLs; that counts as far as the second follows.
   *
   * @param paths the paths that the second one redirects
   */
  private void rank(Ranking<Pair> ranking, Pair from, List<Way> first, Pair to, Language paths) {
    for (Way way : first) {
      Redirected next = way.next().orElseThrow();
      if (memory.meets(next.requests().path(), paths)) {
        ranking.add(new Ranking.Hop<>(from, to, new Lazy<>(() -> change(way, next, paths))));
      }
    }
  }

  /** Returns the paths of the requests that take some ways. */
  private Language paths(List<Way> ways) {
    Language paths = Language.NONE;
    for (Way way : ways) {
      paths =
          memory.union(paths, way.constraints().copy().language(new Term.Input(RequestSet.PATH)));
    }
    return paths;
  }

  /** Returns what becomes of URLs that lead to some paths; empty if none of them does. */
  private static Optional<Ranking.Change> change(Way way, Redirected next, Language paths) {
    Constraints constraints = way.constraints().copy();
    if (!constraints.restrict(next.path(), paths)
        || constraints.language(new Term.Input(RequestSet.PATH)).isEmpty()) {
      return Optional.empty();
    }
    boolean needsFile =
        way.supposed().entrySet().stream()
            .anyMatch(
                entry -> entry.getValue().exists() && Lengths.bounds(entry.getKey(), constraints));
    return Optional.of(
        new Ranking.Change(
            Lengths.growth(next, paths, constraints),
            Lengths.pathGrowth(next, paths, constraints),
            Lengths.leastPathGrowth(next, constraints),
            needsFile));
  }

  private List<Way> redirecting(RequestSet requests) {
    List<Way> redirecting = new ArrayList<>();
    try {
      for (Way way : explorer.ways(requests)) {
        boolean givesUp = way.answer() instanceof Answer.Response<Term> last && last.internalLoop();
        if ((givesUp || way.next().isPresent() || reason(way).isPresent()) && way.isPossible()) {
          unknown = unknown.or(() -> reason(way));
          if (reason(way).isPresent()) {
            unknowns.add(way);
          }
          if (givesUp) {
            giveUps.add(way);
          }
          if (way.next().isPresent()) {
            redirecting.add(way);
          }
        }
      }
    } catch (UndeterminedException tooMany) {
      unknown = unknown.or(() -> Optional.of(tooMany.reason()));
    }
    return redirecting;
  }

  private static Optional<String> reason(Way way) {
    return way.answer() instanceof Answer.Undetermined<Term> answer
        ? Optional.of(answer.reason())
        : Optional.empty();
  }

  private Map<Group, RequestSet> image(List<Way> ways) {
    Map<Group, RequestSet> image = new LinkedHashMap<>();
    for (Way way : ways) {
      way.next()
          .ifPresent(
              next ->
                  image.merge(
                      Group.of(way, next.requests()),
                      next.requests(),
                      (one, other) -> one.union(other, memory)));
    }
    return image;
  }

  /** Tells whether all requests of an image are among those there were before. */
  private boolean includes(Map<Group, RequestSet> before, Map<Group, RequestSet> image) {
    return image.entrySet().stream()
        .allMatch(
            entry -> {
              RequestSet there = before.get(entry.getKey());
              return there != null && there.includes(entry.getValue(), memory);
            });
  }

  private void search(Way way) {
    if (!witnesses.isEmpty() || searched++ >= MOST_SEARCHES) {
      return;
    }
    try {
      for (Sampler.Sample sample : sampler.draw(way.from())) {
        Optional<Witness> witness = replay.run(sample, way.supposed());
        if (witness.isPresent()) {
          witnesses.add(witness.get());
          return;
        }
      }
    } catch (UndeterminedException tooLarge) {
      // Other ways may be simpler.
    }
  }
}
