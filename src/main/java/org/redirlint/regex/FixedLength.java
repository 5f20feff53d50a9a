package org.redirlint.regex;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.Atomic;
import org.redirlint.regex.syntax.Backreference;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;
import org.redirlint.regex.syntax.Unsupported;

/**
 * The length of what a part matches, if it is the same for every match. Each alternative of a
 * lookbehind must have one (pcre2pattern, "Lookbehind assertions").
 */
final class FixedLength implements Node.Visitor<OptionalInt> {

  private static final OptionalInt ZERO = OptionalInt.of(0);

  private final Map<Integer, Group> groups;

  /** The groups a reference has led to and that are being measured. */
  private final Set<Integer> inside = new HashSet<>();

  /**
   * Measures parts of one pattern.
   *
   * @param groups the pattern's groups by number
   */
  FixedLength(Map<Integer, Group> groups) {
    this.groups = groups;
  }

  /** Tells whether PCRE can look behind for this. */
  boolean canLookBehind(Node body) {
    List<Node> branches =
        body instanceof Alternation alternation ? alternation.branches() : List.of(body);
    return branches.stream().allMatch(branch -> branch.accept(this).isPresent());
  }

  @Override
  public OptionalInt visitLiteral(Literal literal) {
    return OptionalInt.of(literal.text().length());
  }

  @Override
  public OptionalInt visitCharacterClass(CharacterClass characterClass) {
    return OptionalInt.of(1);
  }

  @Override
  public OptionalInt visitSequence(Sequence sequence) {
    int length = 0;
    for (Node item : sequence.items()) {
      OptionalInt more = item.accept(this);
      if (more.isEmpty()) {
        return more;
      }
      length += more.getAsInt();
    }
    return OptionalInt.of(length);
  }

  @Override
  public OptionalInt visitAlternation(Alternation alternation) {
    OptionalInt first = alternation.branches().get(0).accept(this);
    boolean same =
        alternation.branches().stream().allMatch(branch -> branch.accept(this).equals(first));
    return same ? first : OptionalInt.empty();
  }

  @Override
  public OptionalInt visitRepetition(Repetition repetition) {
    if (repetition.body() instanceof Lookaround) {
      return ZERO;
    }
    OptionalInt once = repetition.body().accept(this);
    return once.isPresent() && repetition.minimum() == repetition.maximum()
        ? OptionalInt.of(once.getAsInt() * repetition.minimum())
        : OptionalInt.empty();
  }

  @Override
  public OptionalInt visitGroup(Group group) {
    return group.body().accept(this);
  }

  @Override
  public OptionalInt visitAtomic(Atomic atomic) {
    return atomic.body().accept(this);
  }

  @Override
  public OptionalInt visitAnchor(Anchor anchor) {
    return ZERO;
  }

  @Override
  public OptionalInt visitLookaround(Lookaround lookaround) {
    return ZERO;
  }

  /** A group that holds a reference to itself has no length. */
  @Override
  public OptionalInt visitBackreference(Backreference backreference) {
    int number = backreference.number();
    if (!groups.containsKey(number) || !inside.add(number)) {
      return OptionalInt.empty();
    }
    OptionalInt length = visitGroup(groups.get(number));
    inside.remove(number);
    return length;
  }

  /** Nothing is known, so nothing is refused. */
  @Override
  public OptionalInt visitUnsupported(Unsupported unsupported) {
    return ZERO;
  }
}
