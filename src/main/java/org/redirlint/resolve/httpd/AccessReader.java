package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.Access;
import org.redirlint.model.httpd.Access.Group;
import org.redirlint.model.httpd.Access.Limited;
import org.redirlint.model.httpd.Access.Merging;
import org.redirlint.model.httpd.Access.Methods;
import org.redirlint.model.httpd.Access.Order;
import org.redirlint.model.httpd.Access.Ordering;
import org.redirlint.model.httpd.Access.Require;
import org.redirlint.model.httpd.Access.Requirement;
import org.redirlint.model.httpd.Access.Rule;
import org.redirlint.model.httpd.Expression;

/** Reads who may come in. */
final class AccessReader {

  private static final Set<String> GROUPS = Set.of("<requireall", "<requireany", "<requirenone");

  private final Expression.Reader expressions;
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private Merging merging = Merging.OFF;
  private final List<Ordering> orders = new ArrayList<>();
  private Optional<Boolean> satisfyAny = Optional.empty();
  private boolean present;

  AccessReader(Expression.Reader expressions) {
    this.expressions = expressions;
  }

  /** Returns what was read. */
  Access access() {
    if (!present) {
      return Access.NONE;
    }
    Optional<Requirement> requirement =
        requirements.isEmpty()
            ? Optional.empty()
            : requirements.size() == 1
                ? Optional.of(requirements.get(0))
                : Optional.of(new Group("any", requirements));
    return new Access(requirement, merging, orders, rules, satisfyAny);
  }

  /** Reads a directive; tells whether it is one of these. */
  boolean read(Statement statement) throws RefusedException {
    return read(statement, Methods.ALL);
  }

  /** Reads a directive that counts for some methods; tells whether it is one of these. */
  boolean read(Statement statement, Methods methods) throws RefusedException {
    String name = statement.name();
    if (name.equals("require") || GROUPS.contains(name)) {
      requirements.add(limited(methods, requirement(statement)));
    } else if (name.equals("authmerging")) {
      merging =
          switch (statement.argument(0).toLowerCase(Locale.ROOT)) {
            case "and" -> Merging.AND;
            case "or" -> Merging.OR;
            default -> Merging.OFF;
          };
    } else if (name.equals("order")) {
      orders.add(new Ordering(order(statement.argument(0)), methods));
    } else if (name.equals("allow") || name.equals("deny")) {
      if (!statement.argument(0).equalsIgnoreCase("from")) {
        throw new RefusedException("allow and deny must be followed by 'from'");
      }
      List<String> from = statement.arguments().subList(1, statement.arguments().size());
      from.forEach(who -> rules.add(new Rule(name.equals("allow"), who, methods)));
    } else if (name.equals("satisfy")) {
      satisfyAny = Optional.of(statement.argument(0).equalsIgnoreCase("any"));
    } else {
      return false;
    }
    present = true;
    return true;
  }

  private static Requirement limited(Methods methods, Requirement requirement) {
    return methods.equals(Methods.ALL) ? requirement : new Limited(methods, requirement);
  }

  private static Order order(String word) throws RefusedException {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "allow,deny" -> Order.ALLOW_DENY;
      case "deny,allow" -> Order.DENY_ALLOW;
      case "mutual-failure" -> Order.MUTUAL_FAILURE;
      default -> throw new RefusedException("unknown order");
    };
  }

  private Requirement requirement(Statement statement) throws RefusedException {
    if (GROUPS.contains(statement.name())) {
      List<Requirement> members = new ArrayList<>();
      for (Statement inner : statement.body()) {
        if (LimitReader.isLimit(inner)) {
          Methods methods = LimitReader.methods(inner);
          for (Statement limited : inner.body()) {
            members.add(limited(methods, requirement(limited)));
          }
        } else {
          members.add(requirement(inner));
        }
      }
      return new Group(statement.name().substring("<require".length()), members);
    }
    List<String> words = statement.arguments();
    boolean negated = statement.argument(0).equalsIgnoreCase("not");
    List<String> rest = negated ? words.subList(1, words.size()) : words;
    if (!statement.name().equals("require") || rest.isEmpty()) {
      throw new RefusedException("Require needs an argument");
    }
    String kind = rest.get(0).toLowerCase(Locale.ROOT);
    List<String> arguments = rest.subList(1, rest.size());
    Optional<Expression> expression = Optional.empty();
    if (kind.equals("expr")) {
      expression = expressions.condition(String.join(" ", arguments)).condition();
      if (expression.isEmpty()) {
        throw new RefusedException("cannot parse expression of Require");
      }
    }
    return new Require(statement.origin(), kind, arguments, negated, expression);
  }
}
