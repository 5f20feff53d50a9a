package org.redirlint.regex.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** A nondeterministic automaton as a machine: each state is the set of states it may be in. */
final class Subsets implements Machine<Numbers> {

  private final Nfa nfa;
  private final int start;
  private final Budget budget;

  /** For each state, the number of the last set it was put in. */
  private final int[] marks;

  private int mark;

  Subsets(Nfa nfa, int start, Budget budget) {
    this.nfa = nfa;
    this.start = start;
    this.budget = budget;
    this.marks = new int[nfa.size()];
  }

  @Override
  public Numbers start() {
    return close(new int[] {start}, 1);
  }

  @Override
  public boolean accepts(Numbers set) {
    return Arrays.stream(set.values()).anyMatch(nfa::accepts);
  }

  @Override
  public void edges(Numbers set, Edges<Numbers> edges) {
    List<Nfa.Edge> all = new ArrayList<>();
    TreeSet<Integer> cuts = new TreeSet<>();
    for (int state : set.values()) {
      for (Nfa.Edge edge : nfa.edgesOf(state)) {
        all.add(edge);
        cuts.add((int) edge.first());
        cuts.add(edge.last() + 1);
      }
    }
    int[] targets = new int[all.size()];
    int from = -1;
    for (int cut : cuts) {
      if (from >= 0) {
        budget.steps(all.size());
        int count = 0;
        for (Nfa.Edge edge : all) {
          if (edge.first() <= from && from <= edge.last()) {
            targets[count++] = edge.to();
          }
        }
        if (count > 0) {
          edges.add((char) from, (char) (cut - 1), close(targets, count));
        }
      }
      from = cut;
    }
  }

  /** Adds what can be reached without a character. */
  private Numbers close(int[] states, int count) {
    mark++;
    int[] reached = new int[Math.max(count, 8)];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (marks[states[i]] != mark) {
        marks[states[i]] = mark;
        reached = size < reached.length ? reached : Arrays.copyOf(reached, size * 2);
        reached[size++] = states[i];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int next : nfa.silentOf(reached[i])) {
        if (marks[next] != mark) {
          marks[next] = mark;
          reached = size < reached.length ? reached : Arrays.copyOf(reached, size * 2);
          reached[size++] = next;
        }
      }
    }
    budget.steps(size);
    return new Numbers(essential(reached, size));
  }

  /** Keeps the states that say something themselves, so that equal sets are seen as equal. */
  private int[] essential(int[] reached, int size) {
    int[] kept = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (nfa.accepts(reached[i]) || !nfa.edgesOf(reached[i]).isEmpty()) {
        kept[count++] = reached[i];
      }
    }
    int[] states = Arrays.copyOf(kept, count);
    Arrays.sort(states);
    return states;
  }
}
