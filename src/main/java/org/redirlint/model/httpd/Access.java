package org.redirlint.model.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * Who may come in: mod_authz_core and mod_access_compat.
 *
 * @param requirement {@code Require} and its containers; empty where nothing is required
 * @param merging {@code AuthMerging}
 * @param order {@code Order}: whether {@code Allow} has the last word
 * @param rules {@code Allow} and {@code Deny}, in order
 * @param satisfyAny {@code Satisfy Any}
 */
public record Access(
    Optional<Requirement> requirement,
    Merging merging,
    Optional<Order> order,
    List<Rule> rules,
    Optional<Boolean> satisfyAny) {

  /** Nothing. */
  public static final Access NONE =
      new Access(Optional.empty(), Merging.OFF, Optional.empty(), List.of(), Optional.empty());

  public Access {
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
   */
  public record Rule(boolean allow, String from) {}

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
    boolean own = inner.order.isPresent() || !inner.rules.isEmpty();
    return new Access(
        merged,
        inner.merging,
        own ? inner.order : order,
        own ? inner.rules : rules,
        inner.satisfyAny.or(() -> satisfyAny));
  }
}
