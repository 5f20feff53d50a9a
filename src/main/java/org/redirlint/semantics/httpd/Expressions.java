package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.Expression.Piece;
import org.redirlint.model.httpd.Expression.Text;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;

/**
 * httpd's expressions (util_expr_eval.c).
 *
 * @param <V> a value
 */
final class Expressions<V> {

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final FileTests<V> files;

  Expressions(Domain<V> domain, Variables<V> variables, FileTests<V> files) {
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

  /** Tests a condition. */
  List<Tested<V>> test(State<V> state, Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return tested(state, constant.holds());
    }
    if (expression instanceof Expression.Not not) {
      return Branches.then(test(state, not.operand()), side -> tested(side.state(), !side.holds()));
    }
    if (expression instanceof Expression.And and) {
      return Branches.then(
          test(state, and.left()),
          left -> left.holds() ? test(left.state(), and.right()) : List.of(left));
    }
    if (expression instanceof Expression.Or or) {
      return Branches.then(
          test(state, or.left()),
          left -> left.holds() ? List.of(left) : test(left.state(), or.right()));
    }
    if (expression instanceof Expression.RegexTest match) {
      return match(state, match);
    }
    if (expression instanceof Expression.Membership in) {
      return member(state, in, 0);
    }
    if (expression instanceof Expression.Comparison comparison) {
      return compare(state, comparison);
    }
    if (expression instanceof Expression.BinaryTest binary) {
      return binary(state, binary);
    }
    return unary(state, (Expression.UnaryTest) expression);
  }

  private List<Tested<V>> match(State<V> state, Expression.RegexTest test) {
    Regex regex = test.regex();
    return Branches.then(
        text(state, test.subject()),
        subject ->
            Branches.then(
                domain.match(regex, subject.value()),
                side -> {
                  boolean matches = side.result().matches();
                  // A pattern without groups leaves what one with groups has captured before it.
                  State<V> after =
                      regex.groupCount() == 0
                          ? subject.state()
                          : subject
                              .state()
                              .withGroups(matches ? side.result().groups() : List.of());
                  return tested(after, matches != test.negated());
                }));
  }

  private List<Tested<V>> member(State<V> state, Expression.Membership in, int index) {
    if (index >= in.members().size()) {
      return tested(state, false);
    }
    return Branches.then(
        equal(state, in.subject(), in.members().get(index)),
        side -> side.holds() ? List.of(side) : member(side.state(), in, index + 1));
  }

  private List<Tested<V>> equal(State<V> state, Text left, Text right) {
    return Branches.then(
        text(state, left),
        first ->
            Branches.then(
                text(first.state(), right),
                second ->
                    Branches.then(
                        domain.equal(first.value(), second.value()),
                        side -> tested(second.state(), side.result()))));
  }

  private List<Tested<V>> compare(State<V> state, Expression.Comparison comparison) {
    String operator = comparison.operator();
    if (operator.equals("==") || operator.equals("!=")) {
      return Branches.then(
          equal(state, comparison.left(), comparison.right()),
          side -> tested(side.state(), side.holds() == operator.equals("==")));
    }
    return Branches.then(
        text(state, comparison.left()),
        left ->
            Branches.then(
                text(left.state(), comparison.right()),
                right ->
                    Branches.then(
                        domain.classify(Comparisons.with(operator), pair(left, right)),
                        side -> tested(right.state(), side.result()))));
  }

  /** Two texts as one, so that one test can look at both. */
  private V pair(Valued<V> left, Valued<V> right) {
    return domain.concatenate(
        left.value(), domain.concatenate(domain.literal(Comparisons.BETWEEN), right.value()));
  }

  private List<Tested<V>> binary(State<V> state, Expression.BinaryTest test) {
    return Branches.then(
        text(state, test.left()),
        left ->
            Branches.then(
                text(left.state(), test.right()),
                right ->
                    Branches.then(
                        domain.classify(Comparisons.binary(test.operator()), pair(left, right)),
                        side -> tested(right.state(), side.result()))));
  }

  private List<Tested<V>> unary(State<V> state, Expression.UnaryTest test) {
    return Branches.then(
        text(state, test.operand()),
        operand ->
            switch (test.operator()) {
              case 'n', 'z' ->
                  Branches.then(
                      domain.classify(Tests.EMPTY, operand.value()),
                      side -> tested(operand.state(), side.result() == (test.operator() == 'z')));
              case 'T' ->
                  Branches.then(
                      domain.classify(Comparisons.TRUE, operand.value()),
                      side -> tested(operand.state(), side.result()));
              case 'R' ->
                  Branches.then(
                      domain.classify(
                          Comparisons.binary("-ipmatch"),
                          pair(
                              new Valued<>(
                                  operand.state(),
                                  variables.variable(operand.state(), "REMOTE_ADDR")),
                              operand)),
                      side -> tested(operand.state(), side.result()));
              default ->
                  Branches.then(
                      files.test(operand.state(), test.operator(), operand.value()),
                      side -> tested(side.state(), side.holds()));
            });
  }

  /** Puts a text together. */
  List<Valued<V>> text(State<V> state, Text text) {
    List<Valued<V>> values = List.of(new Valued<>(state, domain.literal("")));
    for (Piece piece : text.pieces()) {
      values =
          Branches.then(
              values,
              so ->
                  Branches.then(
                      piece(so.state(), piece),
                      next ->
                          List.of(
                              new Valued<>(
                                  next.state(), domain.concatenate(so.value(), next.value())))));
    }
    return values;
  }

  private List<Valued<V>> piece(State<V> state, Piece piece) {
    if (piece instanceof Expression.Literal literal) {
      return List.of(new Valued<>(state, domain.literal(literal.text())));
    }
    if (piece instanceof Expression.Variable variable) {
      return List.of(new Valued<>(state, variables.variable(state, variable.name())));
    }
    if (piece instanceof Expression.Backreference reference) {
      V value =
          reference.group() < state.groups().size()
              ? state.groups().get(reference.group())
              : domain.literal("");
      return List.of(new Valued<>(state, value));
    }
    Expression.Call call = (Expression.Call) piece;
    return Branches.then(
        text(state, call.argument()),
        argument -> List.of(new Valued<>(argument.state(), call(argument, call))));
  }

  private V call(Valued<V> argument, Expression.Call call) {
    Optional<String> name = literal(call.argument());
    Optional<Transformation> change =
        switch (call.function()) {
          case "tolower" -> Optional.of(Escapes.LOWER);
          case "toupper" -> Optional.of(Escapes.UPPER);
          case "escape" -> Optional.of(Escapes.PATH);
          case "unescape" -> Optional.of(Escapes.UNESCAPE);
          default -> Optional.empty();
        };
    if (change.isPresent()) {
      return domain.transform(change.get(), argument.value());
    }
    if (name.isEmpty()) {
      throw new UndeterminedException("the argument of " + call.function() + "() is not a text");
    }
    return switch (call.function()) {
      case "req", "http", "req_novary" -> variables.header(argument.state(), name.get());
      case "reqenv" -> variables.environment(argument.state(), name.get());
      case "env" -> variables.environment(argument.state(), name.get());
      case "ssl" -> variables.ssl(argument.state(), name.get());
      case "note", "resp" -> domain.literal("");
      default -> domain.anything("what " + call.function() + "() gives");
    };
  }

  private static Optional<String> literal(Text text) {
    List<String> parts = new ArrayList<>();
    for (Piece piece : text.pieces()) {
      if (!(piece instanceof Expression.Literal literal)) {
        return Optional.empty();
      }
      parts.add(literal.text());
    }
    return Optional.of(String.join("", parts));
  }

  private static <V> List<Tested<V>> tested(State<V> state, boolean holds) {
    return List.of(new Tested<>(state, holds));
  }
}
