package org.redirlint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.redirlint.regex.Regex.GroupName;

/** Numbers and names the groups of a pattern, and looks up the references to them. */
final class Groups {

  private static final int LONGEST_NAME = 32;

  private final List<GroupName> names = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private boolean duplicates;
  private int count;
  private int highest;

  private record Pending(String name, int number, RegexSyntaxException otherwise) {}

  List<GroupName> names() {
    return names;
  }

  int count() {
    return count;
  }

  int next() {
    highest = Math.max(highest, ++count);
    return count;
  }

  /** Counts anew from a number: each alternative of a branch reset begins so. */
  void restart(int number) {
    count = number;
  }

  /** Goes on behind the highest number given so far. */
  void goOn() {
    count = highest;
  }

  /** Allows two groups to have one name. */
  void allowDuplicates() {
    duplicates = true;
  }

  /** Numbers a named group. */
  int next(Word open) throws RegexSyntaxException {
    int start = open.text().startsWith("(?P") ? 4 : 3;
    String name = open.text().substring(start, open.text().length() - 1);
    if (name.length() > LONGEST_NAME) {
      throw open.refusedAt(
          start + LONGEST_NAME + 1, "subpattern name is too long (maximum 32 code units)");
    }
    if (!duplicates && number(name).isPresent()) {
      throw open.refusedBehind("two named subpatterns have the same name (PCRE2_DUPNAMES not set)");
    }
    names.add(new GroupName(name, next()));
    return count;
  }

  /**
   * Returns the number of the group a reference means; empty if it means one that is not yet known.
   *
   * @param name a name, or a number that may have a sign
   * @param offset where in the word PCRE sees a wrong reference
   */
  OptionalInt refer(String name, Word word, int offset) throws RegexSyntaxException {
    RegexSyntaxException otherwise = word.refusedAt(offset, "reference to non-existent subpattern");
    char first = name.charAt(0);
    boolean numbered = first == '+' || first == '-' || Character.isDigit(first);
    if (!numbered) {
      pending.add(new Pending(name, 0, otherwise));
      return number(name);
    }
    String digits = Character.isDigit(first) ? name : name.substring(1);
    int given = digits.length() > 5 ? Integer.MAX_VALUE / 2 : Integer.parseInt(digits);
    int number = first == '-' ? count + 1 - given : first == '+' ? count + given : given;
    if (given == 0) {
      throw word.refusedBehind("reference to non-existent subpattern");
    }
    if (number < 1) {
      throw otherwise;
    }
    pending.add(new Pending("", number, otherwise));
    return OptionalInt.of(number);
  }

  /** Refuses references to groups that do not exist. */
  void checkReferences() throws RegexSyntaxException {
    for (Pending reference : pending) {
      boolean known =
          reference.name().isEmpty()
              ? reference.number() <= highest
              : number(reference.name()).isPresent();
      if (!known) {
        throw reference.otherwise();
      }
    }
  }

  private OptionalInt number(String name) {
    return names.stream()
        .filter(group -> group.name().equals(name))
        .mapToInt(GroupName::number)
        .findFirst();
  }
}
