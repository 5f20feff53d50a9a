package org.redirlint.regex.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A nondeterministic automaton as a machine: each state is the set of states it may be in. */
final class Subsets implements Machine {

  private static final Comparator<Nfa.Edge> BY_FIRST = Comparator.comparingInt(Nfa.Edge::first);

  private final Nfa nfa;
  private final int start;
  private final Budget budget;
  private final Map<Numbers, Integer> numbers = new HashMap<>();
  private final List<Numbers> sets = new ArrayList<>();

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
  public long start() {
    return close(new int[] {start}, 1);
  }

  @Override
  public boolean accepts(long set) {
    for (int state : sets.get((int) set).values()) {
      if (nfa.accepts(state)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void edges(long set, Edges edges) {
    List<Nfa.Edge> ways = new ArrayList<>();
    for (int state : sets.get((int) set).values()) {
      ways.addAll(nfa.edgesOf(state));
    }
    ways.sort(BY_FIRST);
    int[] ends = new int[ways.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = ways.get(i).last();
    }
    Arrays.sort(ends);
    Nfa.Edge[] open = new Nfa.Edge[ways.size()];
    int[] targets = new int[ways.size()];
    int count = 0;
    int begun = 0;
    int ended = 0;
    int from = 0;
    while (ended < ends.length) {
      if (count == 0) {
        from = ways.get(begun).first();
      }
      while (begun < open.length && ways.get(begun).first() == from) {
        open[count++] = ways.get(begun++);
      }
      int last = ends[ended];
      if (begun < open.length) {
        last = Math.min(last, ways.get(begun).first() - 1);
      }
      budget.steps(count);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        targets[i] = open[i].to();
        if (open[i].last() > last) {
          open[kept++] = open[i];
        }
      }
      edges.add(from, last, close(targets, count));
      ended += count - kept;
      count = kept;
      from = last + 1;
    }
  }

  /** Adds what can be reached without a character. */
  private int close(int[] states, int count) {
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
    Numbers set = new Numbers(essential(reached, size));
    Integer known = numbers.putIfAbsent(set, sets.size());
    if (known != null) {
      return known;
    }
    sets.add(set);
    return sets.size() - 1;
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
