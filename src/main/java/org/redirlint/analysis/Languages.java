package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.PartialTransducer;
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

  private static final Splitter QUESTION_MARK = new Splitter("?");

  private final Memory memory;
  private Constraints constraints;
  private Choices choices = Choices.first();

  /** Takes where it is remembered what languages come to. */
  Languages(Memory memory) {
    this.memory = memory;
    this.constraints = Constraints.of(Map.of(), memory);
  }

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
   * @param known the answer; empty if it cannot be told
   * @param language what the tested value is then
   */
  private record Answer<T>(Optional<T> known, Language language) {
    static <T> Answer<T> of(T result, Language language) {
      return new Answer<>(Optional.of(result), language);
    }

    T result() {
      return known.orElseThrow(
          () -> new UndeterminedException("a value has too many forms to be told apart"));
    }
  }

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
      answers.add(Answer.of(true, inside));
    }
    if (!outside.isEmpty()) {
      answers.add(Answer.of(false, outside));
    }
    return answers;
  }

  @Override
  public Term concatenate(Term left, Term right) {
    return Term.join(left, right);
  }

  @Override
  public Term transform(Transformation transformation, Term value) {
    if (value instanceof Term.Text text) {
      return literal(transformation.apply(text.text()));
    }
    if (transformation instanceof Transducer transducer
        && (!(transducer instanceof PartialTransducer partial)
            || splits(value, memory.of(partial.readable())))) {
      return Term.change(transducer, value);
    }
    return memory.anything(transformation, value);
  }

  @Override
  public <T> List<T> either(List<T> possible) {
    return List.of(choices.choose(() -> possible));
  }

  @Override
  public Term anything(String what) {
    return new Term.Input(what);
  }

  @Override
  public Term anything(String what, int time) {
    return anything(what + " at " + time);
  }

  @Override
  public <T> List<T> anyOf(String question, List<T> answers) {
    return either(answers);
  }

  @Override
  public <T> List<Side<Term, T>> classify(Classifier<T> classifier, Term value) {
    if (value instanceof Term.Text text) {
      return List.of(new Side<>(classifier.of(text.text()), value));
    }
    Optional<T> told = told(classifier.cases(), constraints.start(value), Term.end(value));
    if (told.isPresent()) {
      return List.of(new Side<>(told.get(), value));
    }
    Answer<T> answer = choices.choose(() -> answers(classifier, constraints.language(value)));
    constraints.restrict(value, answer.language());
    return List.of(new Side<>(answer.result(), single(value, answer.language())));
  }

  /** Where a value always begins and ends alike, that may tell enough. */
  private static <T> Optional<T> told(List<Case<T>> cases, String start, String end) {
    if (start.isEmpty() && end.isEmpty()) {
      return Optional.empty();
    }
    for (Case<T> entry : cases) {
      Optional<Boolean> holds = entry.texts().containsAllAround(start, end);
      if (holds.isEmpty() || holds.get()) {
        return holds.map(all -> entry.result());
      }
    }
    return Optional.empty();
  }

  private <T> List<Answer<T>> answers(Classifier<T> classifier, Language language) {
    Optional<List<String>> few = memory.fewTexts(language);
    if (few.isPresent()) {
      return oneByOne(classifier, few.get());
    }
    List<Answer<T>> answers = new ArrayList<>();
    Language rest = language;
    for (Case<T> entry : classifier.cases()) {
      Language texts = memory.of(entry.texts());
      Language inside = memory.intersect(rest, texts);
      if (!inside.isEmpty()) {
        answers.add(Answer.of(entry.result(), inside));
        rest = memory.minus(rest, texts);
      }
    }
    if (rest.isEmpty()) {
      return answers;
    }
    if (!classifier.results().isEmpty()) {
      for (T result : classifier.results()) {
        answers.add(Answer.of(result, rest));
      }
      return answers;
    }
    Optional<List<String>> left = memory.fewTexts(rest);
    if (left.isPresent()) {
      answers.addAll(oneByOne(classifier, left.get()));
    } else {
      answers.add(new Answer<>(Optional.empty(), rest));
    }
    return answers;
  }

  /** A value that can only be one text is that text. */
  private Term single(Term value, Language language) {
    List<String> texts = memory.fewTexts(language).orElse(List.of());
    return texts.size() == 1 ? new Term.Text(texts.get(0)) : value;
  }

  private <T> List<Answer<T>> oneByOne(Classifier<T> classifier, List<String> texts) {
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
      answers.add(Answer.of(results.get(i), memory.known(Language.anyOf(classes.get(i)))));
    }
    return answers;
  }

  @Override
  public List<Side<Term, Boolean>> equal(Term left, Term right) {
    if (left.equals(right)) {
      return List.of(new Side<>(true, left));
    }
    if (left instanceof Term.Text && !(right instanceof Term.Text)) {
      return equal(right, left);
    }
    if (Term.isLonger(left, right) || Term.isLonger(right, left)) {
      return List.of(new Side<>(false, left));
    }
    Answer<Boolean> answer =
        choices.choose(() -> equality(constraints.language(left), constraints.language(right)));
    constraints.restrict(left, answer.language());
    if (answer.result()) {
      constraints.restrict(right, answer.language());
    }
    return List.of(new Side<>(answer.result(), left));
  }

  private List<Answer<Boolean>> equality(Language one, Language other) {
    List<Answer<Boolean>> answers = new ArrayList<>();
    Language both = memory.intersect(one, other);
    if (!both.isEmpty()) {
      answers.add(Answer.of(true, both));
    }
    boolean single = memory.fewTexts(other).filter(texts -> texts.size() == 1).isPresent();
    Language different = single ? memory.minus(one, other) : one;
    boolean same = single && both.equals(one);
    if (!different.isEmpty() && !same) {
      answers.add(Answer.of(false, different));
    }
    return answers;
  }

  @Override
  public List<Side<Term, Match<Term>>> match(Regex regex, Term subject) {
    Answer<Boolean> answer =
        choices.choose(
            () -> {
              Language all = constraints.language(subject);
              return twoSides(memory.matching(regex, all), memory.failing(regex, all));
            });
    constraints.restrict(subject, answer.language());
    if (!answer.result()) {
      return List.of(new Side<>(new Match<>(false, List.of(), 0), subject));
    }
    List<Term> groups = new ArrayList<>();
    for (int group = 0; group <= regex.groupCount(); group++) {
      groups.add(new Term.Captured(regex, group, subject));
    }
    return List.of(new Side<>(new Match<>(true, groups, groups.size()), subject));
  }

  @Override
  public List<Side<Term, Cut<Term>>> cutAtQuestionMark(Term value) {
    Splitter.Parts parts = QUESTION_MARK.split(value, this);
    Cut<Term> cut = new Cut<>(parts.before(), Term.without(1, parts.from()));
    return List.of(new Side<>(cut, value));
  }
}
