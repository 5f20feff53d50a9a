package org.redirlint.semantics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a transition system in the concrete domain: unknown files open several ways. */
public final class Ways {

  /** How many ways unknown files may open before nothing is said at all. */
  private static final int MOST_WAYS = 64;

  private Ways() {}

  /**
   * What a state says of its end.
   *
   * @param answer the answer; empty where the state goes on
   * @param steps what has mattered so far
   * @param supposed the paths of which something is assumed
   */
  public record End(Optional<Answer<String>> answer, List<Step> steps, List<String> supposed) {
    /** Takes copies. */
    public End {
      steps = List.copyOf(steps);
      supposed = List.copyOf(supposed);
    }
  }

  /** Goes all ways from a state to their ends. One answer is an answer; several are none. */
  public static <S> Reply run(S start, Function<S, List<S>> successors, Function<S, End> end) {
    Deque<S> open = new ArrayDeque<>();
    List<End> ends = new ArrayList<>();
    open.push(start);
    while (!open.isEmpty()) {
      S state = open.pop();
      End reached = end.apply(state);
      if (reached.answer().isPresent()) {
        ends.add(reached);
        continue;
      }
      try {
        successors.apply(state).forEach(open::push);
      } catch (UndeterminedException unknown) {
        ends.add(
            new End(
                Optional.of(new Answer.Undetermined<>(unknown.reason())),
                reached.steps(),
                reached.supposed()));
      }
      if (open.size() + ends.size() > MOST_WAYS) {
        return new Reply(new Answer.Undetermined<>("too many files are not known"), List.of());
      }
    }
    return agreed(ends);
  }

  private static Reply agreed(List<End> ends) {
    End first = ends.get(0);
    for (End other : ends) {
      if (!other.answer().equals(first.answer())) {
        return new Reply(new Answer.Undetermined<>(unknownFile(ends)), commonSteps(ends));
      }
    }
    return new Reply(first.answer().orElseThrow(), first.steps());
  }

  /** What mattered before the ways parted. */
  private static List<Step> commonSteps(List<End> ends) {
    List<Step> common = ends.get(0).steps();
    for (End end : ends) {
      int shared = 0;
      while (shared < Math.min(common.size(), end.steps().size())
          && common.get(shared).equals(end.steps().get(shared))) {
        shared++;
      }
      common = common.subList(0, shared);
    }
    return common;
  }

  private static String unknownFile(List<End> ends) {
    for (End end : ends) {
      for (String path : end.supposed()) {
        return "whether there is a file or a directory at " + path + " is not known";
      }
    }
    return "which of several answers is given is not known";
  }
}
