package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteCond.CondPattern;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.httpd.Expansion.Match;

/**
 * The conditions of a rule (apply_rewrite_cond).
 *
 * @param <V> a value
 */
final class Conditions<V> {

  private final Domain<V> domain;
  private final Expansion<V> expansion;
  private final Expressions<V> expressions;
  private final FileTests<V> files;

  Conditions(
      Domain<V> domain, Expansion<V> expansion, Expressions<V> expressions, FileTests<V> files) {
    this.domain = domain;
    this.expansion = expansion;
    this.expressions = expressions;
    this.files = files;
  }

  /**
   * What conditions came to.
   *
   * @param state the state that makes it so
   * @param match what has been matched, with what the last condition captured
   * @param holds whether they hold
   */
  record Held<V>(State<V> state, Match<V> match, boolean holds) {}

  /** Tests conditions in their order, as few as needed. */
  List<Held<V>> test(State<V> state, Match<V> match, List<RewriteCond> conditions, int index) {
    if (index >= conditions.size()) {
      return List.of(new Held<>(state, match, true));
    }
    RewriteCond condition = conditions.get(index);
    return Branches.then(
        test(state, match, condition),
        held -> {
          if (condition.or()) {
            return test(
                held.state(),
                held.match(),
                conditions,
                held.holds() ? behindAlternatives(conditions, index) : index + 1);
          }
          return held.holds()
              ? test(held.state(), held.match(), conditions, index + 1)
              : List.of(held);
        });
  }

  private static int behindAlternatives(List<RewriteCond> conditions, int index) {
    int next = index;
    while (next < conditions.size() && conditions.get(next).or()) {
      next++;
    }
    return next + 1;
  }

  private List<Held<V>> test(State<V> state, Match<V> match, RewriteCond condition) {
    CondPattern pattern = condition.pattern();
    if (pattern instanceof RewriteCond.ExpressionPattern expression) {
      return Branches.then(
          expressions.test(state.withGroups(List.of()), expression.expression()),
          side -> {
            List<V> groups = side.state().groups();
            boolean captures = side.holds() && !condition.negated();
            return held(
                side.state(),
                captures ? match.withCondition(groups) : match,
                side.holds(),
                condition);
          });
    }
    return Branches.then(
        expansion.expand(state, condition.test(), match, Optional.empty()),
        input -> test(input, match, condition, pattern));
  }

  private List<Held<V>> test(
      Valued<V> input, Match<V> match, RewriteCond condition, CondPattern pattern) {
    if (pattern instanceof RewriteCond.RegexPattern regex) {
      return Branches.then(
          domain.match(regex.regex(), input.value()),
          side -> {
            boolean captures = side.result().matches() && !condition.negated();
            return held(
                input.state(),
                captures ? match.withCondition(side.result().groups()) : match,
                side.result().matches(),
                condition);
          });
    }
    if (pattern instanceof RewriteCond.FileTest test) {
      return Branches.then(
          files.test(input.state(), test.kind(), input.value()),
          side -> held(side.state(), match, side.holds(), condition));
    }
    if (pattern instanceof RewriteCond.NumberComparison number) {
      return Branches.then(
          domain.classify(Comparisons.number(number.operator(), number.number()), input.value()),
          side -> held(input.state(), match, side.result(), condition));
    }
    RewriteCond.StringComparison comparison = (RewriteCond.StringComparison) pattern;
    if (comparison.operator().equals("=")) {
      return Branches.then(
          domain.classify(
              comparison.ignoreCase()
                  ? Tests.isIgnoringCase(comparison.text())
                  : Tests.is(comparison.text()),
              input.value()),
          side -> held(input.state(), match, side.result(), condition));
    }
    return Branches.then(
        domain.classify(
            Comparisons.lexicographic(
                comparison.operator(), comparison.text(), comparison.ignoreCase()),
            input.value()),
        side -> held(input.state(), match, side.result(), condition));
  }

  private static <V> List<Held<V>> held(
      State<V> state, Match<V> match, boolean holds, RewriteCond condition) {
    return List.of(new Held<>(state, match, holds != condition.negated()));
  }
}
