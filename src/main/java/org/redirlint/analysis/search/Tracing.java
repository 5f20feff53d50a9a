package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.redirlint.analysis.search.Question.Equality;
import org.redirlint.analysis.search.Question.Matching;
import org.redirlint.analysis.search.Question.Sorting;
import org.redirlint.analysis.search.Source.Captured;
import org.redirlint.analysis.search.Source.Changed;
import org.redirlint.analysis.search.Source.Joined;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Effort;
import org.redirlint.semantics.Strings;

/**
 * The concrete domain, with a memory: every value is one text, every test has one answer, and the
 * tests that were made are written down.
 */
final class Tracing implements Domain<Value> {

  /** Of a request that is rewritten again and again, the first tests tell what can be tried. */
  private static final int MOST_NOTED = 1 << 23;

  private final Strings strings;
  private final List<Question> questions = new ArrayList<>();
  private long room;
  private final Set<String> constants = new HashSet<>();

  Tracing(Strings strings) {
    this.strings = strings;
  }

  /** Forgets what was asked so far. */
  void begin() {
    questions.clear();
    room = MOST_NOTED;
  }

  /** Returns the tests that were made of parts of the request, in their order. */
  List<Question> questions() {
    return List.copyOf(questions);
  }

  /** Tells whether a text that was tested is one that the configuration itself names. */
  boolean isConstant(String text) {
    return constants.contains(text);
  }

  private void note(Value subject, Question question) {
    if (!subject.isConstant() && room > 0) {
      room -= Effort.of(subject.text().length());
      questions.add(question);
    }
  }

  @Override
  public Value literal(String text) {
    return Value.constant(text);
  }

  @Override
  public Value concatenate(Value left, Value right) {
    String text = strings.concatenate(left.text(), right.text());
    if (left.isConstant() && right.isConstant()) {
      return Value.constant(text);
    }
    if (left.text().isEmpty() && left.isConstant()) {
      return right;
    }
    if (right.text().isEmpty() && right.isConstant()) {
      return left;
    }
    List<Value> parts = new ArrayList<>();
    add(parts, left);
    add(parts, right);
    return new Value(text, new Joined(parts));
  }

  private static void add(List<Value> parts, Value value) {
    if (value.source() instanceof Joined joined) {
      joined.parts().forEach(part -> add(parts, part));
      return;
    }
    int last = parts.size() - 1;
    if (last >= 0 && value.isConstant() && parts.get(last).isConstant()) {
      parts.set(last, Value.constant(parts.get(last).text() + value.text()));
    } else {
      parts.add(value);
    }
  }

  @Override
  public Value transform(Transformation transformation, Value value) {
    String text = transformation.apply(value.text());
    return value.isConstant()
        ? Value.constant(text)
        : new Value(text, new Changed(transformation, value));
  }

  @Override
  public <T> List<Side<Value, T>> classify(Classifier<T> classifier, Value value) {
    T result = classifier.of(value.text());
    if (value.isConstant()) {
      constants.add(value.text());
    }
    note(value, new Sorting(classifier, value, Objects.requireNonNull(result)));
    return List.of(new Side<>(result, value));
  }

  @Override
  public <T> List<T> either(List<T> possible) {
    return possible;
  }

  @Override
  public List<Side<Value, Boolean>> equal(Value left, Value right) {
    boolean same = left.text().equals(right.text());
    note(left, new Equality(left, right.text(), same));
    note(right, new Equality(right, left.text(), same));
    return List.of(new Side<>(same, left));
  }

  @Override
  public List<Side<Value, Match<Value>>> match(Regex regex, Value subject) {
    Match<String> match = strings.match(regex, subject.text()).get(0).result();
    note(subject, new Matching(regex, subject, match.matches()));
    List<Value> groups = new ArrayList<>();
    for (int group = 0; group < match.groups().size(); group++) {
      String text = match.groups().get(group);
      groups.add(
          subject.isConstant()
              ? Value.constant(text)
              : new Value(text, new Captured(regex, group, subject)));
    }
    return List.of(new Side<>(new Match<>(match.matches(), groups, match.highest()), subject));
  }

  @Override
  public List<Side<Value, Cut<Value>>> cutAtQuestionMark(Value value) {
    Cut<String> cut = strings.cutAtQuestionMark(value.text()).get(0).result();
    return List.of(
        new Side<>(
            new Cut<>(part(value, cut.before(), BEFORE), part(value, cut.after(), AFTER)), value));
  }

  private static final Transformation BEFORE = text -> text.split("\\?", 2)[0];
  private static final Transformation AFTER =
      text -> text.indexOf('?') < 0 ? "" : text.substring(text.indexOf('?') + 1);

  private static Value part(Value whole, String text, Transformation by) {
    return whole.isConstant() ? Value.constant(text) : new Value(text, new Changed(by, whole));
  }
}
