package org.redirlint.regex.automaton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of an automaton, short and readable ones first. Of a range of bytes, letters are
 * preferred to digits, digits to other printable bytes, and these to the rest.
 */
public final class Words {

  private static final String READABLE =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./~!$&'()*+,;=:@%?#[]";

  /** All bytes, the most readable first. */
  private static final String ORDERED =
      IntStream.range(0, 256)
          .boxed()
          .sorted(Comparator.comparingInt(Words::preferred))
          .map(Character::toString)
          .collect(Collectors.joining());

  /** The place of each byte among them. */
  private static final int[] RANKS = ranks();

  private final Automaton automaton;

  /** For each state, how many bytes away from an end it is; every state leads to one. */
  private final int[] distances;

  /** Every state in the order of its distance from the start, with the shortest way there. */
  private final Map<Integer, String> ways = new LinkedHashMap<>();

  /** Takes an automaton. */
  public Words(Automaton automaton) {
    this.automaton = automaton;
    this.distances = distancesToEnd();
    findWays();
  }

  /** Returns the order in which texts are preferred: shorter ones, then more readable ones. */
  public static Comparator<String> preference() {
    return Comparator.comparingInt(String::length)
        .thenComparing(
            (left, right) -> {
              int same = 0;
              while (same < left.length() && left.charAt(same) == right.charAt(same)) {
                same++;
              }
              return same == left.length()
                  ? 0
                  : Integer.compare(rank(left.charAt(same)), rank(right.charAt(same)));
            });
  }

  private static int preferred(int c) {
    int place = READABLE.indexOf(c);
    return place >= 0 ? place : c > ' ' && c < 0x7F ? 100 + c : 300 + c;
  }

  private static int[] ranks() {
    int[] ranks = new int[ORDERED.length()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[ORDERED.charAt(i)] = i;
    }
    return ranks;
  }

  private static int rank(char c) {
    return RANKS[c];
  }

  /** Returns the most readable byte of a way. */
  private char best(int way) {
    return best(way, 1).charAt(0);
  }

  /** Returns the most readable bytes of a way, at most so many. */
  private String best(int way, int limit) {
    char first = automaton.first(way);
    char last = automaton.last(way);
    if (first == last) {
      return String.valueOf(first);
    }
    StringBuilder best = new StringBuilder();
    for (int i = 0; i < ORDERED.length() && best.length() < limit; i++) {
      char c = ORDERED.charAt(i);
      if (first <= c && c <= last) {
        best.append(c);
      }
    }
    return best.toString();
  }

  /** Returns the ways out of a state, the most readable first. */
  private List<Integer> ordered(int state) {
    List<Integer> ordered = new ArrayList<>();
    for (int way = automaton.begin(state); way < automaton.end(state); way++) {
      ordered.add(way);
    }
    ordered.sort(Comparator.comparingInt(way -> rank(best(way))));
    return ordered;
  }

  private void findWays() {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    ways.put(0, "");
    while (!open.isEmpty()) {
      int state = open.remove();
      String text = ways.getOrDefault(state, "");
      for (int way : ordered(state)) {
        int target = automaton.target(way);
        if (!ways.containsKey(target)) {
          ways.put(target, text + best(way));
          open.add(target);
        }
      }
    }
  }

  private int[] distancesToEnd() {
    int[] found = new int[automaton.size()];
    Arrays.fill(found, Integer.MAX_VALUE);
    List<List<Integer>> before = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int state = 0; state < found.length; state++) {
      before.add(new ArrayList<>(2));
    }
    for (int state = 0; state < found.length; state++) {
      for (int way = automaton.begin(state); way < automaton.end(state); way++) {
        before.get(automaton.target(way)).add(state);
      }
      if (automaton.accepts(state)) {
        found[state] = 0;
        open.add(state);
      }
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int previous : before.get(state)) {
        if (found[previous] == Integer.MAX_VALUE) {
          found[previous] = found[state] + 1;
          open.add(previous);
        }
      }
    }
    return found;
  }

  /** Returns the length of the shortest text; empty if there is none. */
  public OptionalInt minimumLength() {
    return distances[0] == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(distances[0]);
  }

  /** Returns the text that is preferred to all others; empty if there is none. */
  public Optional<String> shortest() {
    return minimumLength().isPresent() ? Optional.of(rest(0)) : Optional.empty();
  }

  /** Returns the length of the longest text; empty if there is none, or no longest one. */
  public OptionalInt maximumLength() {
    int[] entries = new int[automaton.size()];
    for (int state = 0; state < entries.length; state++) {
      for (int way = automaton.begin(state); way < automaton.end(state); way++) {
        entries[automaton.target(way)]++;
      }
    }
    Deque<Integer> open = new ArrayDeque<>();
    int[] longest = new int[entries.length];
    if (entries[0] == 0) {
      open.add(0);
    }
    int maximum = -1;
    int seen = 0;
    while (!open.isEmpty()) {
      int state = open.remove();
      seen++;
      maximum = automaton.accepts(state) ? Math.max(maximum, longest[state]) : maximum;
      for (int way = automaton.begin(state); way < automaton.end(state); way++) {
        int target = automaton.target(way);
        longest[target] = Math.max(longest[target], longest[state] + 1);
        if (--entries[target] == 0) {
          open.add(target);
        }
      }
    }
    return seen < entries.length || maximum < 0 ? OptionalInt.empty() : OptionalInt.of(maximum);
  }

  /** Tells whether there are only finitely many texts. */
  public boolean isFinite() {
    return minimumLength().isEmpty() || maximumLength().isPresent();
  }

  /** Returns the texts in the order of preference, at most so many, of at most so many bytes. */
  public List<String> first(int limit, int longest) {
    List<String> found = new ArrayList<>();
    OptionalInt shortest = minimumLength();
    if (shortest.isEmpty()) {
      return found;
    }
    int last = maximumLength().orElse(Integer.MAX_VALUE);
    for (int length = shortest.getAsInt();
        found.size() < limit && length <= Math.min(last, longest);
        length++) {
      new OfLength(length, limit, found).search();
    }
    return found;
  }

  /** Finds the texts of one length. */
  private final class OfLength {

    private final List<BitSet> alive = new ArrayList<>();
    private final int length;
    private final int limit;
    private final List<String> found;

    OfLength(int length, int limit, List<String> found) {
      this.length = length;
      this.limit = limit;
      this.found = found;
    }

    void search() {
      BitSet ends = new BitSet();
      for (int state = 0; state < automaton.size(); state++) {
        ends.set(state, automaton.accepts(state));
      }
      alive.add(ends);
      for (int left = 1; left <= length; left++) {
        BitSet states = new BitSet();
        for (int state = 0; state < automaton.size(); state++) {
          states.set(state, leads(state, alive.get(left - 1)));
        }
        alive.add(states);
      }
      if (alive.get(length).get(0)) {
        walk();
      }
    }

    private boolean leads(int state, BitSet targets) {
      for (int way = automaton.begin(state); way < automaton.end(state); way++) {
        if (targets.get(automaton.target(way))) {
          return true;
        }
      }
      return false;
    }

    private record Branch(int state, String text) {}

    private void walk() {
      Deque<Branch> open = new ArrayDeque<>();
      open.push(new Branch(0, ""));
      while (!open.isEmpty() && found.size() < limit) {
        Branch branch = open.pop();
        int left = length - branch.text().length();
        if (left == 0) {
          found.add(branch.text());
          continue;
        }
        List<Branch> next = next(branch, alive.get(left - 1));
        for (int i = next.size() - 1; i >= 0; i--) {
          open.push(next.get(i));
        }
      }
    }

    /** Returns the best ways on, no more than can be needed: each of them leads to a text. */
    private List<Branch> next(Branch branch, BitSet targets) {
      List<Branch> next = new ArrayList<>();
      int needed = limit - found.size();
      for (int way = automaton.begin(branch.state()); way < automaton.end(branch.state()); way++) {
        int target = automaton.target(way);
        if (targets.get(target)) {
          String bytes = best(way, needed);
          for (int i = 0; i < bytes.length(); i++) {
            next.add(new Branch(target, branch.text() + bytes.charAt(i)));
          }
        }
      }
      next.sort(Comparator.comparingInt(one -> rank(one.text().charAt(one.text().length() - 1))));
      return next.subList(0, Math.min(needed, next.size()));
    }
  }

  /**
   * Returns different texts: one for each way of the automaton, those near its start first, then
   * further ones in the order of preference.
   */
  public List<String> varied(int limit) {
    Set<String> found = new LinkedHashSet<>();
    for (Map.Entry<Integer, String> entry : ways.entrySet()) {
      if (found.size() >= limit) {
        break;
      }
      if (automaton.accepts(entry.getKey())) {
        found.add(entry.getValue());
      }
      for (int way : ordered(entry.getKey())) {
        found.add(entry.getValue() + best(way) + rest(automaton.target(way)));
      }
    }
    int longest = minimumLength().orElse(0) + limit;
    found.addAll(found.size() < limit ? first(limit, longest) : List.of());
    return found.stream().limit(limit).toList();
  }

  /** Returns a shortest way from a state to an end. */
  private String rest(int from) {
    StringBuilder text = new StringBuilder();
    int state = from;
    while (distances[state] > 0) {
      int nearer = distances[state] - 1;
      int nearest =
          ordered(state).stream()
              .filter(way -> distances[automaton.target(way)] == nearer)
              .findFirst()
              .orElseThrow();
      text.append(best(nearest));
      state = automaton.target(nearest);
    }
    return text.toString();
  }
}
