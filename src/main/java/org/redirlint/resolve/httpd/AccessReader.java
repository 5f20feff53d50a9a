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

  /** What requirements stand in if no section says so. */
  private static final String ANY = "<RequireAny>";

  private static final String ALL = "<RequireAll>";

  private static final Set<String> MERGING = Set.of("off", "and", "or");

  private final Expression.Reader expressions;
  private final Problems problems;
  private final Place place;
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private Merging merging = Merging.OFF;
  private final List<Ordering> orders = new ArrayList<>();
  private Optional<Boolean> satisfyAny = Optional.empty();
  private boolean present;

  AccessReader(Expression.Reader expressions, Problems problems, Place place) {
    this.expressions = expressions;
    this.problems = problems;
    this.place = place;
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
      readRequirement(statement, methods);
    } else if (name.equals("authmerging")) {
      if (!MERGING.contains(statement.argument(0).toLowerCase(Locale.ROOT))) {
        throw new RefusedException("AuthMerging must be one of: Off | And | Or");
      }
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
      for (String who : from) {
        AddressRefusals.refuseClient(who);
      }
      from.forEach(who -> rules.add(new Rule(name.equals("allow"), who, methods)));
    } else if (name.equals("satisfy")) {
      if (!Set.of("any", "all").contains(statement.argument(0).toLowerCase(Locale.ROOT))) {
        throw new RefusedException("Satisfy either 'any' or 'all'.");
      }
      satisfyAny = Optional.of(statement.argument(0).equalsIgnoreCase("any"));
    } else {
      return false;
    }
    present = true;
    return true;
  }

  /** What a negative requirement of a fragment takes from stands in the file that includes it. */
  private void readRequirement(Statement statement, Methods methods) throws RefusedException {
    boolean fragment = place.kind() == Place.Kind.FRAGMENT;
    Requirement read = requirement(statement, fragment ? ALL : ANY);
    if (!fragment || !negates(read)) {
      requirements.add(limited(methods, read));
    }
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

  private Requirement requirement(Statement statement, String around) throws RefusedException {
    return GROUPS.contains(statement.name())
        ? group(statement, around)
        : RequireReader.read(statement, expressions, around);
  }

  /** What is refused inside is reported there; the rest counts. */
  private Requirement group(Statement statement, String around) throws RefusedException {
    String written = "<" + statement.source().name() + ">";
    if (statement.body().isEmpty()) {
      throw new RefusedException(written + " directive contains no authorization directives");
    }
    List<Requirement> members = new ArrayList<>();
    members(statement, Methods.ALL, written, members);
    if (members.isEmpty()) {
      return new Group("any", members);
    }
    if (statement.name().equals("<requirenone") && around.equals(ANY)) {
      throw new RefusedException(written + " directive has no effect in " + around + " directive");
    }
    if (statement.name().equals("<requireall")
        && members.stream().allMatch(AccessReader::negates)) {
      throw new RefusedException(
          written + " directive contains only negative authorization directives");
    }
    return new Group(statement.name().substring("<require".length()), members);
  }

  private static boolean negates(Requirement member) {
    return member instanceof Limited limited
        ? negates(limited.requirement())
        : member instanceof Require require && require.negated();
  }

  private void members(
      Statement group, Methods methods, String written, List<Requirement> members) {
    for (Statement inner : group.body()) {
      try {
        DirectiveCheck.check(inner, place.inside(group));
        if (LimitReader.isLimit(inner)) {
          members(inner, LimitReader.methods(inner, place), written, members);
        } else {
          members.add(limited(methods, requirement(inner, written)));
        }
      } catch (RefusedException refused) {
        problems.add(inner, String.valueOf(refused.getMessage()));
      }
    }
  }
}
