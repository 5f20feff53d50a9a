package org.redirlint.semantics;

import java.util.List;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transformation;

/** The concrete domain: every value is one string, and every test has one answer. */
public final class Strings implements Domain<String> {

  /** Variables that double a text again and again must not exhaust the memory. */
  private static final int LONGEST = 1 << 20;

  private static final Match<String> NO_MATCH = new Match<>(false, List.of(), 0);

  private final Effort effort;

  /** Takes any effort. */
  public Strings() {
    this(Effort.any());
  }

  /** Takes no more than an effort: when it is used up, no expression is matched any more. */
  public Strings(Effort effort) {
    this.effort = effort;
  }

  @Override
  public String literal(String text) {
    return text;
  }

  @Override
  public int length(String value) {
    return value.length();
  }

  @Override
  public String concatenate(String left, String right) {
    if (left.length() + right.length() > LONGEST) {
      throw new UndeterminedException("a text grows beyond " + LONGEST + " bytes");
    }
    return left.isEmpty() ? right : right.isEmpty() ? left : left + right;
  }

  @Override
  public String transform(Transformation transformation, String value) {
    return transformation.apply(value);
  }

  @Override
  public <T> List<Side<String, T>> classify(Classifier<T> classifier, String value) {
    return List.of(new Side<>(classifier.of(value), value));
  }

  @Override
  public <T> List<T> either(List<T> possible) {
    return possible;
  }

  @Override
  public List<Side<String, Boolean>> equal(String left, String right) {
    return List.of(new Side<>(left.equals(right), left));
  }

  @Override
  public List<Side<String, Match<String>>> match(Regex regex, String subject) {
    effort.spend(subject.length());
    MatchResult result = regex.match(subject);
    if (result instanceof MatchResult.Undetermined undetermined) {
      throw new UndeterminedException(undetermined.reason());
    }
    if (result instanceof MatchResult.Matched matched) {
      return List.of(new Side<>(new Match<>(true, matched.groups(), matched.highest()), subject));
    }
    return List.of(new Side<>(NO_MATCH, subject));
  }

  @Override
  public List<Side<String, Cut<String>>> cutAtQuestionMark(String value) {
    int mark = value.indexOf('?');
    Cut<String> cut =
        mark < 0
            ? new Cut<>(value, "")
            : new Cut<>(value.substring(0, mark), value.substring(mark + 1));
    return List.of(new Side<>(cut, value));
  }
}
