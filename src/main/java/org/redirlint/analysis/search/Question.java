package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.analysis.search.Source.Changed;
import org.redirlint.regex.Regex;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/** A test that a server made of something that depends on the request. */
sealed interface Question {

  /** Returns what was tested. */
  Value subject();

  /** Returns what tells this test from others, the answer included. */
  Object signature();

  /** Tells whether the test has but few answers, so that a new one is worth a closer look. */
  default boolean hasFewAnswers() {
    return true;
  }

  /**
   * Whether a regular expression matches.
   *
   * @param matched the answer
   */
  record Matching(Regex regex, Value subject, boolean matched) implements Question {
    private record Match(String pattern, boolean ignoreCase, boolean matched) {}

    @Override
    public Object signature() {
      return new Match(regex.pattern(), regex.ignoreCase(), matched);
    }
  }

  /**
   * Which class a text is in.
   *
   * @param result the class
   */
  record Sorting(Classifier<?> classifier, Value subject, Object result) implements Question {
    /** Tables larger than this are told apart by their kind alone. */
    private static final int MOST_CASES = 64;

    /** The same table may be asked for one argument and for another. */
    private static Object made(Value subject) {
      return subject.source() instanceof Changed changed && changed.by() instanceof Record by
          ? by
          : "";
    }

    @Override
    public boolean hasFewAnswers() {
      return result instanceof Boolean || !classifier.cases().isEmpty();
    }

    private record Sorted(Class<?> kind, Object made, int cases, int matching) {}

    @Override
    public Object signature() {
      List<? extends Case<?>> cases = classifier.cases();
      if (cases.isEmpty() || cases.size() > MOST_CASES) {
        return List.of(classifier.getClass(), result instanceof Boolean ? result : "");
      }
      int matching = 0;
      while (matching < cases.size() && !cases.get(matching).texts().contains(subject.text())) {
        matching++;
      }
      return new Sorted(classifier.getClass(), made(subject), cases.size(), matching);
    }
  }

  /**
   * Whether two texts are the same.
   *
   * @param other the other text
   * @param same the answer
   */
  record Equality(Value subject, String other, boolean same) implements Question {
    private record Same(String other, boolean same) {}

    @Override
    public Object signature() {
      return new Same(same ? other : "", same);
    }
  }
}
