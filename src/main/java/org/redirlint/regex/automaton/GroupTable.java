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
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;
import org.redirlint.regex.syntax.Unsupported;

/** The groups of a pattern by number, and whether there is anything that is not understood. */
final class GroupTable implements Node.Visitor<Void> {

  private final Map<Integer, Group> groups = new HashMap<>();
  private final Set<Integer> lookedAround = new HashSet<>();
  private boolean understood = true;
  private boolean referredTo;
  private int lookarounds;

  private GroupTable() {}

  static GroupTable of(Node root) {
    GroupTable table = new GroupTable();
    root.accept(table);
    return table;
  }

  Optional<Group> find(int number) {
    return Optional.ofNullable(groups.get(number));
  }

  /** Tells whether a group stands in a lookaround, beside the text that is matched. */
  boolean isLookedAround(int number) {
    return lookedAround.contains(number);
  }

  boolean isUnderstood() {
    return understood;
  }

  /** Tells whether what a group captures has to stand elsewhere, too. */
  boolean areReferredTo() {
    return referredTo;
  }

  private Void visitAll(List<Node> nodes) {
    nodes.forEach(node -> node.accept(this));
    return null;
  }

  @Override
  public Void visitLiteral(Literal literal) {
    return null;
  }

  @Override
  public Void visitCharacterClass(CharacterClass characterClass) {
    return null;
  }

  @Override
  public Void visitSequence(Sequence sequence) {
    return visitAll(sequence.items());
  }

  @Override
  public Void visitAlternation(Alternation alternation) {
    return visitAll(alternation.branches());
  }

  @Override
  public Void visitRepetition(Repetition repetition) {
    return repetition.body().accept(this);
  }

  @Override
  public Void visitGroup(Group group) {
    groups.put(group.number(), group);
    if (lookarounds > 0) {
      lookedAround.add(group.number());
    }
    return group.body().accept(this);
  }

  @Override
  public Void visitAtomic(Atomic atomic) {
    return atomic.body().accept(this);
  }

  @Override
  public Void visitAnchor(Anchor anchor) {
    return null;
  }

  @Override
  public Void visitLookaround(Lookaround lookaround) {
    lookarounds++;
    lookaround.body().accept(this);
    lookarounds--;
    return null;
  }

  @Override
  public Void visitBackreference(Backreference backreference) {
    referredTo = true;
    return null;
  }

  @Override
  public Void visitUnsupported(Unsupported unsupported) {
    understood = false;
    return null;
  }
}
