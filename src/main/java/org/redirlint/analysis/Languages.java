package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;

/**
 * The symbolic domain: every value stands for what it is in any request. A test gets one answer at
 * a time, and what that answer says of the request is kept; each other answer has its turn.
 */
final class Languages implements Domain<Term> {

  /** How many texts are tried one by one where only that tells their class. */
  private static final int FEW = 64;

  private final Memory memory = new Memory();
  private Constraints constraints = Constraints.of(Map.of(), memory);
  private Choices choices = Choices.first();

  /** Begins a step. */
  void begin(Constraints before, Choices made) {
    constraints = before;
    choices = made;
  }

  Memory memory() {
    return memory;
  }

  Constraints constraints() {
    return constraints;
  }

  /**
   * An answer to a test.
   *
   * @param result the answer
   * @param language what the tested value is then
   */
  private record Answer<T>(T result, Language language) {}

  @Override
  public Term literal(String text) {
    return new Term.Text(text);
  }

  /** Tells whether a value is in a language, and goes on with the values that are, or are not. */
  boolean splits(Term value, Language language) {
    if (value instanceof Term.Text text) {
      return language.contains(text.text());
    }
    Answer<Boolean> answer =
        choices.choose(
            () -> {
              Language all = constraints.language(value);
              return twoSides(memory.intersect(all, language), memory.minus(all, language));
            });
    constraints.restrict(value, answer.language());
    return answer.result();
  }

  private static List<Answer<Boolean>> twoSides(Language inside, Language outside) {
    List<Answer<Boolean>> answers = new ArrayList<>();
    if (!inside.isEmpty()) {
      answers.add(new Answer<>(true, inside));
    }
    if (!outside.isEmpty()) {
      answers.add(new Answer<>(false, outside));
    }
    return answers;
  }

  @Override
  public Term concatenate(Term left, Term right) {
    return Term.join(left, right);
  }

  @Override
  public Term transform(Transformation transformation, Term value) {
    if (transformation instanceof Transducer transducer) {
      return Term.change(transducer, value);
    }
    if (value instanceof Term.Text text) {
      return literal(transformation.apply(text.text()));
    }
    throw new UndeterminedException("what becomes of a value cannot be told for all requests");
  }

  @Override
  public <T> List<T> either(List<T> possible) {
    return List.of(choices.choose(() -> possible));
  }

  @Override
  public <T> List<Side<Term, T>> classify(Classifier<T> classifier, Term value) {
    if (value instanceof Term.Text text) {
      return List.of(new Side<>(classifier.of(text.text()), value));
    }
    Answer<T> answer = choices.choose(() -> answers(classifier, constraints.language(value)));
    constraints.restrict(value, answer.language());
    return List.of(new Side<>(answer.result(), single(value, answer.language())));
  }

  private static <T> List<Answer<T>> answers(Classifier<T> classifier, Language language) {
    Optional<List<String>> few = language.texts(FEW);
    if (few.isPresent()) {
      return oneByOne(classifier, few.get());
    }
    List<Answer<T>> answers = new ArrayList<>();
    Language rest = language;
    for (Case<T> entry : classifier.cases()) {
      Language texts = Language.of(entry.texts());
      Language inside = rest.intersect(texts);
      if (!inside.isEmpty()) {
        answers.add(new Answer<>(entry.result(), inside));
        rest = rest.minus(texts);
      }
    }
    if (rest.isEmpty()) {
      return answers;
    }
    if (!classifier.results().isEmpty()) {
      for (T result : classifier.results()) {
        answers.add(new Answer<>(result, rest));
      }
      return answers;
    }
    Optional<List<String>> left = rest.texts(FEW);
    answers.addAll(
        oneByOne(
            classifier,
            left.orElseThrow(
                () -> new UndeterminedException("a value has too many forms to be told apart"))));
    return answers;
  }

  /** A value that can only be one text is that text. */
  private static Term single(Term value, Language language) {
    List<String> texts = language.texts(1).orElse(List.of());
    return texts.size() == 1 ? new Term.Text(texts.get(0)) : value;
  }

  private static <T> List<Answer<T>> oneByOne(Classifier<T> classifier, List<String> texts) {
    List<T> results = new ArrayList<>();
    List<List<String>> classes = new ArrayList<>();
    for (String text : texts) {
      T result = classifier.of(text);
      int known = results.indexOf(result);
      if (known < 0) {
        results.add(result);
        classes.add(new ArrayList<>(List.of(text)));
      } else {
        classes.get(known).add(text);
      }
    }
    List<Answer<T>> answers = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      answers.add(new Answer<>(results.get(i), Language.anyOf(classes.get(i))));
    }
    return answers;
  }

  @Override
  public List<Side<Term, Boolean>> equal(Term left, Term right) {
    if (left.equals(right)) {
      return List.of(new Side<>(true, left));
    }
    Language one = constraints.language(left);
    Language other = constraints.language(right);
    Language both = memory.intersect(one, other);
    Answer<Boolean> answer =
        choices.choose(
            () -> {
              List<Answer<Boolean>> answers = new ArrayList<>();
              if (!both.isEmpty()) {
                answers.add(new Answer<>(true, both));
              }
              Language different = other.texts(1).isPresent() ? memory.minus(one, other) : one;
              if (!different.isEmpty()
                  && !(both.equals(one)
                      && one.texts(1).isPresent()
                      && other.texts(1).isPresent())) {
                answers.add(new Answer<>(false, different));
              }
              return answers;
            });
    constraints.restrict(left, answer.language());
    if (answer.result()) {
      constraints.restrict(right, answer.language());
    }
    return List.of(new Side<>(answer.result(), left));
  }

  @Override
  public List<Side<Term, Match<Term>>> match(Regex regex, Term subject) {
    LanguageMatch match = memory.match(regex, constraints.language(subject));
    Answer<Boolean> answer = choices.choose(() -> twoSides(match.matching(), match.rest()));
    constraints.restrict(subject, answer.language());
    if (!answer.result()) {
      return List.of(new Side<>(new Match<>(false, List.of(), 0), subject));
    }
    List<Term> groups = new ArrayList<>();
    for (int group = 0; group <= regex.groupCount(); group++) {
      groups.add(captured(regex, group, subject, match));
    }
    return List.of(new Side<>(new Match<>(true, groups, groups.size()), subject));
  }

  private static Term captured(Regex regex, int group, Term subject, LanguageMatch match) {
    Language possible = match.group(group);
    Language whole = match.mayBeUnset(group) ? possible.union(Language.of("")) : possible;
    return single(new Term.Captured(regex, group, subject, whole), whole);
  }

  @Override
  public List<Side<Term, Cut<Term>>> cutAtQuestionMark(Term value) {
    Cut<Term> cut = new Cut<>(transform(new Until("?"), value), transform(new After('?'), value));
    return List.of(new Side<>(cut, value));
  }
}
