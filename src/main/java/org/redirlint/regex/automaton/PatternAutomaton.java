package org.redirlint.regex.automaton;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Node;

/**
 * The texts in which a pattern matches, and what its groups can capture there. A capture is any
 * that some way to match would make: that PCRE prefers one way is left aside.
 *
 * <p>Every method may throw {@link LanguageTooLargeException}.
 */
public final class PatternAutomaton {

  private final Node root;
  private final GroupTable groups;

  /** With each group's captures marked; building one takes longer than using it. */
  private final Map<Integer, Automaton> marked = new ConcurrentHashMap<>();

  private final Map<Integer, Automaton> without = new ConcurrentHashMap<>();

  /** Takes the syntax tree of a pattern. */
  public PatternAutomaton(Node root) {
    this.root = root;
    this.groups = GroupTable.of(root);
  }

  /**
   * The texts in which the pattern matches.
   *
   * @param possible those in which it can match
   * @param certain those in which it surely matches; the same if that can be told exactly
   */
  public record Matching(Automaton possible, Automaton certain) {

    /** Tells whether it is known of every text whether the pattern matches. */
    public boolean isExact() {
      return Automata.isEmpty(Automata.difference(possible, certain));
    }
  }

  /** Returns the texts in which the pattern matches. */
  public Matching matching() {
    if (!groups.isUnderstood()) {
      return new Matching(Automata.all(), Automata.none());
    }
    PatternBuilder builder = new PatternBuilder(groups, Bound.UPPER);
    Automaton possible = builder.search(root);
    Automaton certain =
        builder.isExact() ? possible : new PatternBuilder(groups, Bound.LOWER).search(root);
    return new Matching(possible, certain);
  }

  /**
   * Returns what a group can capture in some texts.
   *
   * @param group its number; 0 is the whole match
   */
  public Automaton captures(int group, Automaton subjects) {
    if (!groups.isUnderstood()) {
      return Automata.all();
    }
    if (groups.isLookedAround(group)) {
      Group found = groups.find(group).orElseThrow();
      return new PatternBuilder(groups, Bound.UPPER).anywhere(found.body());
    }
    Automaton known =
        marked.computeIfAbsent(
            group, number -> new PatternBuilder(groups, Bound.UPPER).marking(number).search(root));
    return Automata.between(Automata.intersection(known, Automata.ignoringMarkers(subjects)));
  }

  /** Tells whether the pattern may match in some texts without the group's taking part. */
  public boolean mayBeUnset(int group, Automaton subjects) {
    Optional<Group> found = groups.find(group);
    if (found.isEmpty() || !groups.isUnderstood() || groups.isLookedAround(group)) {
      return group != 0;
    }
    Automaton known =
        without.computeIfAbsent(
            group, number -> new PatternBuilder(groups, Bound.UPPER).omitting(number).search(root));
    return Automata.meet(known, subjects);
  }
}
