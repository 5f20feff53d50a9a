package org.redirlint.model.httpd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.source.Origin;

/**
 * Who may come in: mod_authz_core and mod_access_compat.
 *
 * @param requirement {@code Require} and its containers; empty where nothing is required
 * @param merging {@code AuthMerging}
 * @param orders {@code Order}: whether {@code Allow} has the last word; the last one counts
 * @param rules {@code Allow} and {@code Deny}, in order
 * @param satisfyAny {@code Satisfy Any}
 */
public record Access(
    Optional<Requirement> requirement,
    Merging merging,
    List<Ordering> orders,
    List<Rule> rules,
    Optional<Boolean> satisfyAny) {

  /** Nothing. */
  public static final Access NONE =
      new Access(Optional.empty(), Merging.OFF, List.of(), List.of(), Optional.empty());

  public Access {
    orders = List.copyOf(orders);
    rules = List.copyOf(rules);
  }

  /** {@code AuthMerging}. */
  public enum Merging {
    /** {@code Off}. */
    OFF,
    /** {@code And}. */
    AND,
    /** {@code Or}. */
    OR
  }

  /** {@code Order}. */
  public enum Order {
    /** {@code deny,allow}: in by default. */
    DENY_ALLOW,
    /** {@code allow,deny}: out by default. */
    ALLOW_DENY,
    /** {@code mutual-failure}. */
    MUTUAL_FAILURE
  }

  /**
   * {@code Allow} or {@code Deny}.
   *
   * @param allow whether it allows
   * @param from whom: {@code all}, {@code env=NAME}, {@code env=!NAME}, an address or a name
   * @param methods for which methods
   */
  public record Rule(boolean allow, String from, Methods methods) {}

  /**
   * {@code Order} for some methods.
   *
   * @param order the order
   * @param methods the methods
   */
  public record Ordering(Order order, Methods methods) {}

  /**
   * The methods of {@code Limit}, or all but those of {@code LimitExcept}.
   *
   * @param names the methods; HEAD is counted as GET
   * @param except whether all others are meant
   */
  public record Methods(Set<String> names, boolean except) {

    /** All methods. */
    public static final Methods ALL = new Methods(Set.of(), true);

    /** Takes the names. */
    public Methods {
      names = Set.copyOf(names);
    }

    /** Tells whether a method is meant. */
    public boolean cover(String method) {
      return names.contains(method.equals("HEAD") ? "GET" : method) != except;
    }
  }

  /** What is required. */
  public sealed interface Requirement {}

  /**
   * {@code Require}.
   *
   * @param kind the provider, in lower case
   * @param arguments the words behind it
   * @param negated whether it must not hold
   */
  public record Require(
      Origin origin,
      String kind,
      List<String> arguments,
      boolean negated,
      Optional<Expression> expression)
      implements Requirement {
    /** Takes the words. */
    public Require {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code RequireAll}, {@code RequireAny}, {@code RequireNone}.
   *
   * @param kind {@code all}, {@code any} or {@code none}
   * @param members what stands in it
   */
  public record Group(String kind, List<Requirement> members) implements Requirement {
    /** Takes the members. */
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * What is required for some methods only.
   *
   * @param methods the methods
   * @param requirement what is required
   */
  public record Limited(Methods methods, Requirement requirement) implements Requirement {}

  /** Returns what counts for a method; nothing is limited to methods any more. */
  public Access of(String method) {
    return new Access(
        requirement.flatMap(all -> of(all, method)),
        merging,
        orders.stream().filter(o -> o.methods().cover(method)).toList(),
        rules.stream().filter(rule -> rule.methods().cover(method)).toList(),
        satisfyAny);
  }

  private static Optional<Requirement> of(Requirement requirement, String method) {
    if (requirement instanceof Limited limited) {
      return limited.methods().cover(method) ? of(limited.requirement(), method) : Optional.empty();
    }
    if (requirement instanceof Group group) {
      List<Requirement> members =
          group.members().stream().flatMap(member -> of(member, method).stream()).toList();
      boolean left = !members.isEmpty() || group.members().isEmpty();
      return left ? Optional.of(new Group(group.kind(), members)) : Optional.empty();
    }
    return Optional.of(requirement);
  }

  Access merge(Access inner) {
    if (inner.equals(NONE)) {
      return this;
    }
    Optional<Requirement> merged = inner.requirement.or(() -> requirement);
    if (requirement.isPresent() && inner.requirement.isPresent() && inner.merging != Merging.OFF) {
      merged =
          Optional.of(
              new Group(
                  inner.merging == Merging.AND ? "all" : "any",
                  List.of(requirement.get(), inner.requirement.get())));
    }
    boolean own = !inner.orders.isEmpty() || !inner.rules.isEmpty();
    return new Access(
        merged,
        inner.merging,
        own ? inner.orders : orders,
        own ? inner.rules : rules,
        inner.satisfyAny.or(() -> satisfyAny));
  }
}
