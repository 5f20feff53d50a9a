package org.redirlint.regex;

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

/** Whether a part can match the empty text; where that is not sure, it can. */
final class CanBeEmpty implements Node.Visitor<Boolean> {

  @Override
  public Boolean visitLiteral(Literal literal) {
    return false;
  }

  @Override
  public Boolean visitCharacterClass(CharacterClass characterClass) {
    return false;
  }

  @Override
  public Boolean visitSequence(Sequence sequence) {
    return sequence.items().stream().allMatch(item -> item.accept(this));
  }

  @Override
  public Boolean visitAlternation(Alternation alternation) {
    return alternation.branches().stream().anyMatch(branch -> branch.accept(this));
  }

  @Override
  public Boolean visitRepetition(Repetition repetition) {
    return repetition.minimum() == 0 || repetition.body().accept(this);
  }

  @Override
  public Boolean visitGroup(Group group) {
    return group.body().accept(this);
  }

  @Override
  public Boolean visitAtomic(Atomic atomic) {
    return atomic.body().accept(this);
  }

  @Override
  public Boolean visitAnchor(Anchor anchor) {
    return true;
  }

  @Override
  public Boolean visitLookaround(Lookaround lookaround) {
    return true;
  }

  @Override
  public Boolean visitBackreference(Backreference backreference) {
    return true;
  }

  @Override
  public Boolean visitUnsupported(Unsupported unsupported) {
    return true;
  }
}
