package org.redirlint.model.httpd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.Template;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * {@code RewriteRule} with the {@code RewriteCond}s before it.
 *
 * @param conditions what must hold besides the pattern, in the order written
 * @param pattern what the URL-path must match
 * @param negated whether it must not match instead
 * @param substitution what replaces the URL-path; empty for {@code -}
 * @param flags the flags
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriterule">RewriteRule</a>
 */
public record RewriteRule(
    Origin origin,
    List<RewriteCond> conditions,
    Regex pattern,
    boolean negated,
    Optional<Template> substitution,
    Flags flags) {

  public RewriteRule {
    conditions = List.copyOf(conditions);
  }

  /** Returns the same rule with another substitution. */
  public RewriteRule to(Template other) {
    return new RewriteRule(origin, conditions, pattern, negated, Optional.of(other), flags);
  }

  /** Tells whether a switch is set. */
  public boolean has(Switch name) {
    return flags.switches().contains(name);
  }

  /** A flag without an argument. */
  public enum Switch {
    /** {@code B}. */
    ESCAPE_BACKREFERENCES,
    /** {@code BCTLS}. */
    ESCAPE_CONTROLS,
    /** {@code BNP}. */
    NO_PLUS,
    /** {@code C}. */
    CHAIN,
    /** {@code DPI}. */
    DISCARD_PATH_INFO,
    /** {@code END}. */
    END,
    /** {@code L}. */
    LAST,
    /** {@code N}. */
    NEXT,
    /** {@code NE}. */
    NO_ESCAPE,
    /** {@code NS}. */
    NO_SUBREQUEST,
    /** {@code P}. */
    PROXY,
    /** {@code PT}. */
    PASS_THROUGH,
    /** {@code QSA}. */
    APPEND_QUERY,
    /** {@code QSD}. */
    DISCARD_QUERY,
    /** The query is dropped, and the substitution is not looked through for one. */
    NO_QUERY,
    /** {@code QSL}. */
    LAST_QUESTION_MARK,
    /** {@code R}: the client is redirected. */
    REDIRECT,
    /** {@code F}, {@code G}, and {@code R} with a status that is no redirect's. */
    STATUS,
    /** {@code UnsafeAllow3F}. */
    UNSAFE_ALLOW_3F,
    /** {@code UnsafePrefixStat}. */
    UNSAFE_PREFIX_STAT
  }

  /**
   * The flags.
   *
   * @param switches those without an argument
   * @param status the status of {@code R}, {@code F} or {@code G}; 302 if none is given
   * @param skip how many rules {@code S} skips
   * @param rounds how often {@code N} may start anew
   * @param escaped the characters of {@code B=…}
   * @param unescaped the characters of {@code BNE=…}
   * @param variables what {@code E} sets, in order
   * @param cookies what {@code CO} sets, in order
   * @param handler the handler of {@code H}
   */
  public record Flags(
      Set<Switch> switches,
      int status,
      int skip,
      int rounds,
      Optional<String> escaped,
      Optional<String> unescaped,
      List<Template> variables,
      List<Template> cookies,
      Optional<Template> handler) {

    public Flags {
      switches = Set.copyOf(switches);
      variables = List.copyOf(variables);
      cookies = List.copyOf(cookies);
    }
  }
}
