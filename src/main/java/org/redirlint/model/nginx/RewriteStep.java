package org.redirlint.model.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Pattern;
import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/** A directive of the rewrite module. */
public sealed interface RewriteStep {

  /** Returns the directive. */
  Origin origin();

  /**
   * {@code rewrite}.
   *
   * @param pattern what the URI must match
   * @param replacement the new URI, cut at each literal question mark: what follows the last one
   *     becomes the arguments; a redirect's is not cut
   * @param keepsArguments whether the request's arguments are appended
   * @param flag how the directive ends
   * @param status the status of a redirect; 0 for a rewrite that stays inside
   */
  record Rewrite(
      Origin origin,
      Pattern pattern,
      List<Template> replacement,
      boolean keepsArguments,
      Flag flag,
      int status)
      implements RewriteStep {
    public Rewrite {
      replacement = List.copyOf(replacement);
    }
  }

  /** What follows a rewrite. */
  enum Flag {
    /** The next directive. */
    NONE,
    /** The search for a location. */
    LAST,
    /** The rest of the request in this location. */
    BREAK
  }

  /**
   * {@code return}.
   *
   * @param status the status
   * @param text the URL of a redirect, or the body
   */
  record Return(Origin origin, int status, Optional<Template> text) implements RewriteStep {}

  /**
   * {@code if}.
   *
   * @param condition the condition
   * @param steps what is done where it holds
   * @param scope what holds from there on; empty for an {@code if} in a server
   */
  record If(Origin origin, Condition condition, List<RewriteStep> steps, Optional<Scope> scope)
      implements RewriteStep {
    public If {
      steps = List.copyOf(steps);
    }
  }

  /**
   * {@code set}.
   *
   * @param variable the variable's name in lower case, without the dollar sign
   * @param value its value
   */
  record Set(Origin origin, String variable, Template value) implements RewriteStep {}

  /** {@code break}. */
  record Break(Origin origin) implements RewriteStep {}

  /**
   * A directive of another module that sets a variable to what it works out: {@code set_by_lua},
   * {@code set_escape_uri} and their like.
   *
   * @param directive its name
   * @param variable the variable's name in lower case, without the dollar sign
   */
  record Computed(Origin origin, String directive, String variable) implements RewriteStep {
    /** Tells whether it runs code, which may do more than to set the variable. */
    public boolean runsCode() {
      return directive.startsWith("set_by_");
    }
  }
}
