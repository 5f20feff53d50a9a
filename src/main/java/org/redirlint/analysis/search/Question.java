package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.regex.Regex;
import org.redirlint.semantics.Classifier;

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

    @Override
    public boolean hasFewAnswers() {
      return result instanceof Boolean || !classifier.cases().isEmpty();
    }

    private record Sorted(Class<?> kind, List<?> cases, Object result) {}

    @Override
    public Object signature() {
      List<?> cases = classifier.cases();
      return new Sorted(
          classifier.getClass(), cases.size() <= MOST_CASES ? cases : List.of(), result);
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
