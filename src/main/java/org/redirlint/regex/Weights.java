package org.redirlint.regex;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
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
 * The least that a pattern matches beside what some of its groups capture, each byte with a weight.
 */
final class Weights implements Node.Visitor<Long> {

  private static final int BYTES = 256;

  private final long[] weights;
  private final Set<Integer> groups;
  private final Set<Integer> met = new HashSet<>();
  private boolean apart = true;
  private boolean inside;

  private Weights(long[] weights, Set<Integer> groups) {
    this.weights = weights;
    this.groups = groups;
  }

  /**
   * Returns the least weight of what is matched beside some groups; empty where their captures may
   * overlap, or stand beside the match.
   */
  static OptionalLong beside(Node root, long[] weights, Set<Integer> groups) {
    Weights visitor = new Weights(weights, groups);
    long least = root.accept(visitor);
    return visitor.apart ? OptionalLong.of(least) : OptionalLong.empty();
  }

  @Override
  public Long visitLiteral(Literal literal) {
    return literal.text().chars().mapToLong(c -> weights[c]).sum();
  }

  @Override
  public Long visitCharacterClass(CharacterClass characterClass) {
    long least = Long.MAX_VALUE;
    for (char c = 0; c < BYTES; c++) {
      if (characterClass.bytes().contains(c)) {
        least = Math.min(least, weights[c]);
      }
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }

  @Override
  public Long visitSequence(Sequence sequence) {
    return sequence.items().stream().mapToLong(item -> item.accept(this)).sum();
  }

  @Override
  public Long visitAlternation(Alternation alternation) {
    List<Node> branches = alternation.branches();
    long least = Long.MAX_VALUE;
    for (Node branch : branches) {
      least = Math.min(least, branch.accept(this));
    }
    return branches.isEmpty() ? 0 : least;
  }

  /** Of a group that matches several times, the last time counts; the others only weigh more. */
  @Override
  public Long visitRepetition(Repetition repetition) {
    return repetition.body().accept(this) * repetition.minimum();
  }

  @Override
  public Long visitGroup(Group group) {
    if (!groups.contains(group.number())) {
      return group.body().accept(this);
    }
    apart &= !inside && met.add(group.number());
    boolean before = inside;
    inside = true;
    group.body().accept(this);
    inside = before;
    return 0L;
  }

  @Override
  public Long visitAtomic(Atomic atomic) {
    return atomic.body().accept(this);
  }

  @Override
  public Long visitAnchor(Anchor anchor) {
    return 0L;
  }

  @Override
  public Long visitLookaround(Lookaround lookaround) {
    boolean before = inside;
    inside = true;
    lookaround.body().accept(this);
    inside = before;
    return 0L;
  }

  @Override
  public Long visitBackreference(Backreference backreference) {
    return 0L;
  }

  @Override
  public Long visitUnsupported(Unsupported unsupported) {
    apart = false;
    return 0L;
  }
}
