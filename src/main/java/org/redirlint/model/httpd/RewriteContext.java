package org.redirlint.model.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What mod_rewrite knows in one place of the configuration.
 *
 * @param engine {@code RewriteEngine}; empty where it is not said
 * @param options {@code RewriteOptions}; empty where none are said
 * @param base {@code RewriteBase}
 * @param rules the rules, in the order in which they are tried
 * @param directory the place's path with a slash at its end; empty for a server
 */
public record RewriteContext(
    Optional<Boolean> engine,
    Optional<Set<Option>> options,
    Optional<String> base,
    RuleList rules,
    Optional<String> directory) {

  /** No directives of mod_rewrite. */
  public static final RewriteContext NONE =
      new RewriteContext(
          Optional.empty(), Optional.empty(), Optional.empty(), RuleList.EMPTY, Optional.empty());

  /** An option of {@code RewriteOptions}. */
  public enum Option {
    /** {@code Inherit}. */
    INHERIT,
    /** {@code InheritBefore}. */
    INHERIT_BEFORE,
    /** {@code InheritDown}. */
    INHERIT_DOWN,
    /** {@code InheritDownBefore}. */
    INHERIT_DOWN_BEFORE,
    /** {@code IgnoreInherit}. */
    IGNORE_INHERIT,
    /** {@code MergeBase}. */
    MERGE_BASE,
    /** {@code AllowAnyURI}. */
    ALLOW_ANY_URI,
    /** {@code AllowNoSlash}. */
    ALLOW_NO_SLASH,
    /** {@code LegacyPrefixDocRoot}. */
    LEGACY_PREFIX_DOC_ROOT,
    /** {@code IgnoreContextInfo}. */
    IGNORE_CONTEXT_INFO
  }

  /** Tells whether the engine is on. */
  public boolean isOn() {
    return engine.orElse(false);
  }

  /** Tells whether an option is set. */
  public boolean has(Option option) {
    return options.map(set -> set.contains(option)).orElse(false);
  }

  /** Returns what holds in an inner place (config_perdir_merge, config_server_merge). */
  public RewriteContext merge(RewriteContext inner) {
    RewriteContext merged =
        new RewriteContext(
            inner.engine.or(() -> engine),
            inner.options.or(() -> options),
            inner.base,
            inner.rules,
            inner.directory);
    boolean ignore = merged.has(Option.IGNORE_INHERIT);
    RuleList together = inner.rules;
    if (merged.has(Option.INHERIT) || (has(Option.INHERIT_DOWN) && !ignore)) {
      together = join(inner.rules, rules);
    } else if (merged.has(Option.INHERIT_BEFORE) || (has(Option.INHERIT_DOWN_BEFORE) && !ignore)) {
      together = join(rules, inner.rules);
    }
    Optional<String> mergedBase =
        merged.has(Option.MERGE_BASE) ? inner.base.or(() -> base) : inner.base;
    return new RewriteContext(merged.engine, merged.options, mergedBase, together, inner.directory);
  }

  private static RuleList join(RuleList first, RuleList second) {
    if (first.rules().isEmpty()) {
      return second;
    }
    if (second.rules().isEmpty()) {
      return first;
    }
    List<RewriteRule> all = new ArrayList<>(first.rules());
    all.addAll(second.rules());
    return RuleList.of(all);
  }
}
