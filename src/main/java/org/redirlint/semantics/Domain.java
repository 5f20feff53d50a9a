package org.redirlint.semantics;

import java.util.List;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transformation;

/**
 * The values a server computes with: strings for one request, languages for all of them. A test
 * whose answer is not known has several sides, each with the values that lead to it.
 *
 * @param <V> a value
 */
public interface Domain<V> {

  /** Returns the value that is always this text. */
  V literal(String text);

  /** Returns the length of a text, for what it costs to look at it; 1 where it is not one text. */
  default int length(V value) {
    return 1;
  }

  /** Returns the values of the left side followed by those of the right side. */
  V concatenate(V left, V right);

  /** Returns the value after a change. */
  V transform(Transformation transformation, V value);

  /** Returns each class the value can fall into; at least one. */
  <T> List<Side<V, T>> classify(Classifier<T> classifier, V value);

  /** Returns each of several things that may be so, as nothing is known that would decide. */
  <T> List<T> either(List<T> possible);

  /**
   * Returns a text of the world around the server, of which nothing is known.
   *
   * @param what what it is, a noun
   * @throws UndeterminedException where every value has to be known
   */
  default V anything(String what) {
    throw new UndeterminedException(what + " is not known");
  }

  /**
   * Returns such a text that may be another one each time.
   *
   * @param what what it is, a noun
   * @param time tells the times apart
   * @throws UndeterminedException where every value has to be known
   */
  default V anything(String what, int time) {
    return anything(what);
  }

  /**
   * Returns each answer to a question about the world around the server that nothing answers.
   *
   * @param question the question, a clause
   * @throws UndeterminedException where every answer has to be known
   */
  default <T> List<T> anyOf(String question, List<T> answers) {
    throw new UndeterminedException(question + " is not known");
  }

  /** Returns whether two values can be equal, and whether they can differ. */
  List<Side<V, Boolean>> equal(V left, V right);

  /**
   * Returns how a regular expression can meet the value.
   *
   * @throws UndeterminedException if that cannot be told in bounded time
   */
  List<Side<V, Match<V>>> match(Regex regex, V subject);

  /** Returns the value's part before the first question mark, and the part after it. */
  List<Side<V, Cut<V>>> cutAtQuestionMark(V value);

  /**
   * One answer to a test.
   *
   * @param result the answer
   * @param value the values that give it
   * @param <V> a value
   * @param <T> an answer
   */
  record Side<V, T>(T result, V value) {}

  /**
   * What a regular expression came to.
   *
   * @param matches whether it matches
   * @param groups what each group matched, the whole match first; empty where it does not match
   * @param highest the number of the last group that took part, plus one
   * @param <V> a value
   */
  record Match<V>(boolean matches, List<V> groups, int highest) {}

  /**
   * A value in two parts.
   *
   * @param before the part before the question mark
   * @param after the part after it; empty if there is none
   * @param <V> a value
   */
  record Cut<V>(V before, V after) {}
}
