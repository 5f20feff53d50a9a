package org.redirlint.regex.automaton;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.Atomic;
import org.redirlint.regex.syntax.Backreference;
import org.redirlint.regex.syntax.ByteSet;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;
import org.redirlint.regex.syntax.Unsupported;

/**
 * Builds the automaton of a pattern. Each visit adds the ways of a node behind the current state
 * and returns the state they lead to.
 *
 * <p>An assertion is a way for a marker of its own; {@link #resolve} then keeps the texts in which
 * each marker stands where its assertion holds, and takes the markers out.
 */
final class PatternBuilder implements Node.Visitor<Integer> {

  private static final int NO_GROUP = -1;

  private final Nfa nfa = new Nfa();
  private final GroupTable groups;
  private final Bound bound;
  private final Map<Node, Character> assertions = new HashMap<>();
  private final Set<Integer> referred = new HashSet<>();
  private int marked = NO_GROUP;
  private int omitted = NO_GROUP;
  private int current = nfa.state();
  private boolean exact = true;

  PatternBuilder(GroupTable groups, Bound bound) {
    this.groups = groups;
    this.bound = bound;
  }

  /** Writes markers around what a group captures; the whole match is group 0. */
  PatternBuilder marking(int group) {
    marked = group;
    return this;
  }

  /** Lets a group match nothing at all. */
  PatternBuilder omitting(int group) {
    omitted = group;
    return this;
  }

  /** Tells whether nothing was approximated. */
  boolean isExact() {
    return exact;
  }

  /** Returns the texts in which a node matches somewhere. */
  Automaton search(Node root) {
    int start = current;
    for (Node branch : Ends.branches(root)) {
      current = nfa.state();
      nfa.silent(start, current);
      search(Ends.of(branch));
    }
    return resolve(nfa.determinize(start));
  }

  private void search(Ends ends) {
    if (!ends.atStart()) {
      current = before(groups.areReferredTo() ? ByteSet.ALL : ends.preceding());
    }
    if (marked == 0) {
      marker(Alphabet.OPEN);
    }
    current = ends.between().accept(this);
    if (marked == 0) {
      marker(Alphabet.CLOSE);
    }
    switch (ends.end()) {
      case ANYWHERE -> {
        nfa.accept(current);
        current = new CharacterClass(ends.following(omitted)).accept(this);
        nfa.accept(any(current));
      }
      case LAST -> nfa.accept(current);
      case LAST_LINE -> {
        nfa.accept(current);
        nfa.accept(nfa.text(current, "\n"));
      }
    }
  }

  /** Returns the texts with one place that has these surroundings. */
  private Automaton place(List<Assertions.Surroundings> all) {
    int start = current;
    for (Assertions.Surroundings surroundings : all) {
      current = nfa.state();
      nfa.silent(start, current);
      current = surroundings.before().accept(this);
      marker(Alphabet.HERE);
      nfa.accept(surroundings.behind().accept(this));
    }
    return resolve(nfa.determinize(start));
  }

  /** Returns what a node matches, wherever it stands: every assertion is taken to hold. */
  Automaton anywhere(Node node) {
    int start = current;
    nfa.accept(content(node));
    return nfa.determinize(start);
  }

  private Automaton resolve(Automaton withMarkers) {
    Automaton valid = withMarkers;
    for (Map.Entry<Node, Character> assertion : assertions.entrySet()) {
      valid = Automata.intersection(valid, valid(assertion.getKey(), assertion.getValue()));
    }
    return assertions.isEmpty() ? valid : withoutAssertions(valid);
  }

  private Automaton valid(Node assertion, char marker) {
    if (assertion instanceof Lookaround lookaround) {
      PatternBuilder inner =
          new PatternBuilder(groups, lookaround.negative() ? bound.other() : bound);
      Automaton holds = inner.place(List.of(Assertions.of(lookaround)));
      exact &= inner.exact;
      return Assertions.valid(holds, lookaround.negative(), marker);
    }
    PatternBuilder inner = new PatternBuilder(groups, bound);
    Automaton holds = inner.place(Assertions.of(((Anchor) assertion).place()));
    return Assertions.valid(holds, false, marker);
  }

  private static Automaton withoutAssertions(Automaton automaton) {
    Nfa nfa = new Nfa();
    int start = nfa.state();
    nfa.copy(
            automaton,
            start,
            (from, edge) -> {
              if (isAssertion(edge)) {
                nfa.silent(from, edge.to());
              } else {
                nfa.edge(from, edge.first(), edge.last(), edge.to());
              }
            })
        .forEach(nfa::accept);
    return nfa.determinize(start);
  }

  private static boolean isAssertion(Nfa.Edge edge) {
    return edge.first() >= Alphabet.FIRST_MARKER && edge.last() <= Alphabet.LAST_ASSERTION;
  }

  @Override
  public Integer visitLiteral(Literal literal) {
    return nfa.text(current, literal.text());
  }

  @Override
  public Integer visitCharacterClass(CharacterClass characterClass) {
    int end = nfa.state();
    for (ByteSet.Range range : characterClass.bytes().ranges()) {
      nfa.edge(current, range.first(), range.last(), end);
    }
    return end;
  }

  @Override
  public Integer visitSequence(Sequence sequence) {
    for (Node item : sequence.items()) {
      current = item.accept(this);
    }
    return current;
  }

  @Override
  public Integer visitAlternation(Alternation alternation) {
    int start = current;
    int end = nfa.state();
    for (Node branch : alternation.branches()) {
      current = nfa.state();
      nfa.silent(start, current);
      nfa.silent(branch.accept(this), end);
    }
    return end;
  }

  @Override
  public Integer visitRepetition(Repetition repetition) {
    if (repetition.mode() == Repetition.Mode.POSSESSIVE) {
      return atomic(Atomics.withoutChoice(repetition), repetition(repetition));
    }
    return repetition(repetition).accept();
  }

  /** Something that is built only where it is wanted. */
  @FunctionalInterface
  private interface Part {
    int accept();
  }

  private Part repetition(Repetition repetition) {
    return () -> {
      for (int i = 0; i < repetition.minimum(); i++) {
        current = repetition.body().accept(this);
      }
      if (repetition.maximum() == Repetition.UNBOUNDED) {
        return loop(repetition.body());
      }
      int end = nfa.state();
      for (int i = repetition.minimum(); i < repetition.maximum(); i++) {
        nfa.silent(current, end);
        current = repetition.body().accept(this);
      }
      nfa.silent(current, end);
      return end;
    };
  }

  private int loop(Node body) {
    int again = nfa.state();
    nfa.silent(current, again);
    current = nfa.state();
    nfa.silent(again, current);
    nfa.silent(body.accept(this), again);
    return again;
  }

  /** Adds what an atomic part means; if that is not known, it may still be taken back. */
  private int atomic(Optional<Node> meaning, Part loosely) {
    if (meaning.isPresent()) {
      return meaning.orElseThrow().accept(this);
    }
    exact = false;
    return bound == Bound.UPPER ? loosely.accept() : nfa.state();
  }

  @Override
  public Integer visitGroup(Group group) {
    if (group.number() == omitted) {
      return nfa.state();
    }
    if (group.number() != marked || !referred.isEmpty()) {
      return group.body().accept(this);
    }
    // Of the times a group matches, one is marked.
    int start = current;
    int end = nfa.state();
    current = nfa.state();
    nfa.silent(start, current);
    nfa.silent(group.body().accept(this), end);
    current = nfa.state();
    nfa.silent(start, current);
    marker(Alphabet.OPEN);
    current = group.body().accept(this);
    marker(Alphabet.CLOSE);
    nfa.silent(current, end);
    return end;
  }

  @Override
  public Integer visitAtomic(Atomic atomic) {
    return atomic(Atomics.withoutChoice(atomic), () -> atomic.body().accept(this));
  }

  @Override
  public Integer visitAnchor(Anchor anchor) {
    return assertion(anchor);
  }

  @Override
  public Integer visitLookaround(Lookaround lookaround) {
    return assertion(lookaround);
  }

  private int assertion(Node assertion) {
    if (!referred.isEmpty()) {
      return current;
    }
    char next = (char) (Alphabet.FIRST_MARKER + assertions.size());
    if (next > Alphabet.LAST_ASSERTION) {
      throw new LanguageTooLargeException("a pattern of too many assertions");
    }
    marker(assertions.computeIfAbsent(assertion, unknown -> next));
    return current;
  }

  /** What the group could have matched elsewhere, in place of what it did match. */
  @Override
  public Integer visitBackreference(Backreference backreference) {
    exact = false;
    if (bound == Bound.LOWER) {
      return nfa.state();
    }
    int number = backreference.number();
    Optional<Group> group = groups.find(number);
    if (backreference.ignoreCase() || group.isEmpty() || referred.contains(number)) {
      return any(current);
    }
    referred.add(number);
    int end = group.orElseThrow().body().accept(this);
    referred.remove(number);
    return end;
  }

  /** Adds what a node can match, its assertions left aside. */
  private int content(Node node) {
    referred.add(NO_GROUP);
    int end = node.accept(this);
    referred.remove(NO_GROUP);
    return end;
  }

  @Override
  public Integer visitUnsupported(Unsupported unsupported) {
    exact = false;
    return bound == Bound.UPPER ? any(current) : nfa.state();
  }

  private void marker(char marker) {
    int next = nfa.state();
    nfa.edge(current, marker, marker, next);
    current = next;
  }

  /** Adds any text. */
  /** Adds what stands before a match: nothing, or anything that ends with one of some bytes. */
  private int before(ByteSet last) {
    if (last.equals(ByteSet.ALL)) {
      return any(current);
    }
    int begin = nfa.state();
    nfa.silent(current, begin);
    current = any(current);
    nfa.silent(new CharacterClass(last).accept(this), begin);
    return begin;
  }

  private int any(int from) {
    int loop = nfa.state();
    nfa.silent(from, loop);
    nfa.edge(loop, (char) 0, Alphabet.LAST_BYTE, loop);
    return loop;
  }
}
