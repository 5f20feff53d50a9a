package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.redirlint.analysis.Term.Captured;
import org.redirlint.analysis.Term.Changed;
import org.redirlint.analysis.Term.Input;
import org.redirlint.analysis.Term.Joined;
import org.redirlint.analysis.Term.Text;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * How much longer than the URL of a request that of the next one can be. Each byte of a value has a
 * weight, what becomes of it in the end: so a byte that is decoded and encoded again is not counted
 * as longer than it was.
 */
final class Lengths {

  private static final int BYTES = 256;

  /** How many bytes one that is percent-encoded takes. */
  private static final int ENCODED = 3;

  private static final int DOTS = "/..".length();

  /**
   * What a byte of a URL weighs: its length where it is encoded, although queries hold some such
   * bytes as they are. So none weighs more when it comes from a query into a path.
   */
  private static final long[] LENGTHS = Client.encodedLengths();

  private final Constraints constraints;
  private final Map<Input, Integer> used = new HashMap<>();
  private long sum;
  private boolean bounded = true;

  private Lengths(Constraints constraints) {
    this.constraints = constraints;
  }

  /**
   * Returns by how much path and query can be longer than they were, at most; less than 0 if they
   * are always shorter. Of the dot segments that a browser takes out, only those are counted that
   * have to be there. Empty where that is not known.
   *
   * @param paths the paths that count; what leads to others may be longer
   */
  static OptionalLong growth(Redirected redirected, Language paths, Constraints constraints) {
    List<Input> parts = List.of(new Input(RequestSet.PATH), new Input(RequestSet.QUERY));
    return most(redirected, redirected.target(), parts, paths, constraints);
  }

  /** Returns the same of the path alone, whatever becomes of the query. */
  static OptionalLong pathGrowth(Redirected redirected, Language paths, Constraints constraints) {
    List<Input> parts = List.of(new Input(RequestSet.PATH));
    return most(redirected, redirected.written(), parts, paths, constraints);
  }

  private static OptionalLong most(
      Redirected redirected,
      Term value,
      List<Input> parts,
      Language paths,
      Constraints constraints) {
    Lengths lengths = new Lengths(constraints);
    try {
      if (redirected.path().equals(Client.WITHOUT_DOT_SEGMENTS)) {
        lengths.sum -= takenOut(constraints.start(redirected.target()), paths);
      }
      lengths.add(value, LENGTHS);
      for (Input input : parts) {
        if (lengths.used.merge(input, 0, Integer::sum) == 0) {
          lengths.sum -= constraints.language(input).minimumLength().orElse(0);
        }
      }
    } catch (LanguageTooLargeException tooLarge) {
      return OptionalLong.empty();
    }
    boolean fits =
        lengths.used.size() == parts.size()
            && lengths.used.values().stream().allMatch(times -> times <= 1);
    return lengths.bounded && fits ? OptionalLong.of(lengths.sum) : OptionalLong.empty();
  }

  /**
   * Returns how many bytes a browser takes out with dot segments, at least. Where none of the paths
   * it comes to begins as the target does, it has taken out the folder by which they differ and all
   * that are written below it, each by two dots behind them.
   */
  private static int takenOut(String start, Language paths) {
    int query = start.indexOf('?');
    String path = query < 0 ? start : start.substring(0, query);
    String written = path.substring(0, path.lastIndexOf('/') + 1);
    if (!Browser.PATHS.contains(written)) {
      return 1;
    }
    int before = 0;
    for (int end = written.indexOf('/', 1); end > 0; end = written.indexOf('/', end + 1)) {
      if (!paths.meets(Language.startingWith(written.substring(0, end + 1)))) {
        String folders = written.substring(before + 1);
        long count = folders.chars().filter(c -> c == '/').count();
        return folders.length() + (int) count * DOTS - 1;
      }
      before = end;
    }
    return 1;
  }

  /**
   * Returns by how many bytes the path must be longer than it was, at least. Empty where that is
   * not known.
   */
  static OptionalLong leastPathGrowth(Redirected redirected, Constraints constraints) {
    return least(redirected.path(), 1, constraints);
  }

  /**
   * Tells whether a value is a path that bounds that of the request: only finitely many paths of
   * requests have a certain value.
   */
  static boolean bounds(Term value, Constraints constraints) {
    return least(value, ENCODED, constraints).isPresent();
  }

  /** Returns the least that so many times the length of a value exceeds that of the path by. */
  private static OptionalLong least(Term value, int times, Constraints constraints) {
    long sum = 0;
    boolean found = false;
    List<Term> parts = value instanceof Joined joined ? joined.parts() : List.of(value);
    for (Term part : parts) {
      if (part instanceof Text text) {
        sum += (long) times * text.text().length();
      } else if (part.inputs().equals(Set.of(new Input(RequestSet.PATH)))
          && !found
          && (part instanceof Input || (part instanceof Changed changed && isOfInput(changed)))) {
        found = true;
        long[] weights = new long[BYTES];
        Arrays.fill(weights, times);
        Language paths = constraints.language(new Input(RequestSet.PATH));
        OptionalLong least =
            constraints
                .memory()
                .growth(
                    false,
                    paths,
                    part,
                    weights,
                    () -> paths.leastGrowth(changed(part, constraints), weights, LENGTHS));
        if (least.isEmpty()) {
          return least;
        }
        sum += least.getAsLong();
      }
    }
    return found ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  private static long weight(String text, long[] weights) {
    long sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += weights[text.charAt(i)];
    }
    return sum;
  }

  /** What several groups of one expression capture in one value. */
  private record Subject(Regex regex, Term of) {}

  private void add(Term term, long[] weights) {
    List<Part> parts = new ArrayList<>();
    collect(term, weights, parts);
    Map<Subject, List<Part>> captures = new HashMap<>();
    for (Part part : parts) {
      if (part.term() instanceof Captured captured) {
        captures
            .computeIfAbsent(
                new Subject(captured.regex(), captured.of()), unknown -> new ArrayList<>())
            .add(part);
      } else {
        addInput(part);
      }
    }
    captures.forEach(this::addCaptures);
  }

  /** A part of a value, with the weights of its bytes: an input, changed or not, or a capture. */
  private static final class Part {

    private final Term term;
    private final long[] weights;

    Part(Term term, long[] weights) {
      this.term = term;
      this.weights = weights;
    }

    Term term() {
      return term;
    }

    long[] weights() {
      return weights;
    }
  }

  private void collect(Term term, long[] weights, List<Part> parts) {
    if (term instanceof Text text) {
      sum += weight(text.text(), weights);
    } else if (term instanceof Joined joined) {
      joined.parts().forEach(part -> collect(part, weights, parts));
    } else if (term instanceof Changed changed && !isOfInput(changed)) {
      Transducer whole = changed.transducer();
      Term of = changed.of();
      while (of instanceof Changed inner && !isOfInput(inner)) {
        whole = new Composition(inner.transducer(), whole);
        of = inner.of();
      }
      collect(of, before(whole, of, weights), parts);
    } else {
      parts.add(new Part(term, weights));
    }
  }

  private static boolean isOfInput(Changed changed) {
    return isInput(changed.of());
  }

  /** Tells whether a value is made of one part of the request, and fixed texts around it. */
  private static boolean isInput(Term term) {
    if (term instanceof Joined joined) {
      List<Term> variable =
          joined.parts().stream().filter(part -> !(part instanceof Text)).toList();
      return variable.size() == 1 && isInput(variable.get(0));
    }
    return term instanceof Input || (term instanceof Changed changed && isInput(changed.of()));
  }

  /** Returns what each byte of a value weighs before a change, whatever stands around it. */
  private long[] before(Transducer transducer, Term of, long[] weights) {
    Language texts = constraints.language(of);
    Set<Integer> later = new HashSet<>();
    List<Integer> open = new ArrayList<>(List.of(transducer.start()));
    for (int i = 0; i < open.size(); i++) {
      for (char c = 0; c < BYTES; c++) {
        int next = transducer.next(open.get(i), c);
        if (!later.contains(next) && occurs(c, texts)) {
          later.add(next);
          if (next != transducer.start()) {
            open.add(next);
          }
        }
      }
    }
    long[] most = new long[BYTES];
    long last = weight(transducer.last(transducer.start()), weights);
    for (int state : later) {
      last = Math.max(last, weight(transducer.last(state), weights));
      for (char c = 0; c < BYTES; c++) {
        most[c] = Math.max(most[c], weight(transducer.written(state, c), weights));
      }
    }
    long first = 0;
    for (char c = 0; c < BYTES; c++) {
      long written = weight(transducer.written(transducer.start(), c), weights);
      first = Math.max(first, written - most[c]);
    }
    // The first state may write more, but only once.
    sum += first + last;
    return most;
  }

  private boolean occurs(char c, Language texts) {
    Memory memory = constraints.memory();
    return memory.meets(texts, memory.of(TextSet.holding(String.valueOf(c))));
  }

  private void addInput(Part part) {
    Input input = part.term().inputs().iterator().next();
    Language texts = constraints.language(input);
    OptionalLong growth =
        constraints
            .memory()
            .growth(
                true,
                texts,
                part.term(),
                part.weights(),
                () -> texts.mostGrowth(changed(part.term(), constraints), part.weights(), LENGTHS));
    bounded &= growth.isPresent();
    sum += growth.orElse(0);
    used.merge(input, 1, Integer::sum);
  }

  private static Transducer changed(Term term, Constraints constraints) {
    return constraints.memory().change(term, Lengths::change);
  }

  /** Returns all that is done to an input, as one change. */
  private static Transducer change(Term term) {
    if (term instanceof Changed changed) {
      return new Composition(change(changed.of()), changed.transducer());
    }
    if (!(term instanceof Joined joined)) {
      return Transducer.without(0);
    }
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    Transducer inside = Transducer.without(0);
    boolean behind = false;
    for (Term part : joined.parts()) {
      if (part instanceof Text text) {
        (behind ? after : before).append(text.text());
      } else {
        inside = change(part);
        behind = true;
      }
    }
    return new Composition(inside, Transducer.between(before.toString(), after.toString()));
  }

  private void addCaptures(Subject subject, List<Part> parts) {
    long[] most = new long[BYTES];
    Set<Integer> groups = new HashSet<>();
    for (Part part : parts) {
      bounded &= groups.add(((Captured) part.term()).group());
      for (int c = 0; c < BYTES; c++) {
        most[c] = Math.max(most[c], part.weights()[c]);
      }
    }
    boolean whole = groups.remove(0);
    bounded &= !whole || groups.isEmpty();
    if (!whole) {
      OptionalLong beside = subject.regex().leastBeside(most, groups);
      bounded &= beside.isPresent();
      sum -= beside.orElse(0);
    }
    add(subject.of(), most);
  }
}
