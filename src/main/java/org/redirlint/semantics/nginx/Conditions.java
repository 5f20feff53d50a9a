package org.redirlint.semantics.nginx;

import java.util.List;
import org.redirlint.model.nginx.Condition;
import org.redirlint.model.nginx.Condition.Comparison;
import org.redirlint.model.nginx.Condition.FileTest;
import org.redirlint.model.nginx.Condition.RegexTest;
import org.redirlint.model.nginx.Condition.Truth;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.FileStatus;

/**
 * The conditions of {@code if}.
 *
 * @param <V> a value
 */
final class Conditions<V> {

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Files<V> files;

  Conditions(Domain<V> domain, Variables<V> variables, Files<V> files) {
    this.domain = domain;
    this.variables = variables;
    this.files = files;
  }

  /**
   * What a condition came to.
   *
   * @param state the state that makes it so
   * @param holds whether it holds
   */
  record Tested<V>(State<V> state, boolean holds) {}

  /**
   * Tests a condition.
   *
   * @param escapes whether captures are percent-encoded where they are copied
   */
  List<Tested<V>> test(State<V> state, Condition condition, boolean escapes) {
    if (condition instanceof Truth truth) {
      return Branches.then(
          variables.variable(state, truth.variable()),
          value ->
              Branches.then(
                  domain.classify(Tests.FALSE, value.value()),
                  side ->
                      tested(
                          variables.narrow(value.state(), truth.variable(), side.value()),
                          !side.result())));
    }
    if (condition instanceof Comparison comparison) {
      return compare(state, comparison, escapes);
    }
    if (condition instanceof RegexTest test) {
      return match(state, test);
    }
    FileTest test = (FileTest) condition;
    return Branches.then(
        variables.evaluate(state, test.path(), escapes),
        path ->
            Branches.then(
                files.find(path.state(), path.value()),
                found ->
                    tested(found.state(), holds(test.kind(), found.file()) != test.negated())));
  }

  private List<Tested<V>> compare(State<V> state, Comparison comparison, boolean escapes) {
    return Branches.then(
        variables.variable(state, comparison.variable()),
        left ->
            Branches.then(
                variables.evaluate(left.state(), comparison.value(), escapes),
                right ->
                    Branches.then(
                        domain.equal(left.value(), right.value()),
                        side ->
                            tested(
                                variables.narrow(
                                    right.state(), comparison.variable(), side.value()),
                                side.result() != comparison.negated()))));
  }

  private List<Tested<V>> match(State<V> state, RegexTest test) {
    return Branches.then(
        variables.variable(state, test.variable()),
        value ->
            Branches.then(
                Captures.match(domain, value.state(), test.pattern(), value.value()),
                matched -> {
                  State<V> after =
                      matched.matches()
                          ? matched.state()
                          : matched
                              .state()
                              .with(matched.state().bindings().withCaptures(List.of()));
                  return tested(
                      variables.narrow(after, test.variable(), matched.subject()),
                      matched.matches() != test.negated());
                }));
  }

  private static boolean holds(char kind, FileStatus file) {
    return switch (kind) {
      case 'f' -> file.isFile();
      case 'd' -> file.isDirectory();
      case 'x' -> file == FileStatus.EXECUTABLE || file.isDirectory();
      default -> file.exists();
    };
  }

  private static <V> List<Tested<V>> tested(State<V> state, boolean holds) {
    return List.of(new Tested<>(state, holds));
  }
}
