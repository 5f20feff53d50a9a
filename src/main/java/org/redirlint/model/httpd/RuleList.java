package org.redirlint.model.httpd;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewrite rules in their order, with an index of those that can match only some paths.
 *
 * @param rules the rules
 * @param index which of them a path can match
 */
public record RuleList(List<RewriteRule> rules, PrefixIndex index) {

  /** No rules. */
  public static final RuleList EMPTY = of(List.of());

  public RuleList {
    rules = List.copyOf(rules);
  }

  /** Returns the rules with their index. A chain is tried in turn: its rules hang together. */
  public static RuleList of(List<RewriteRule> rules) {
    List<PrefixIndex.Key> keys = new ArrayList<>(rules.size());
    boolean chained = false;
    for (RewriteRule rule : rules) {
      boolean chains = rule.has(RewriteRule.Switch.CHAIN);
      keys.add(
          chained || chains || rule.negated()
              ? PrefixIndex.Key.ANY
              : PrefixIndex.Key.of(rule.pattern()));
      chained = chains;
    }
    return new RuleList(rules, PrefixIndex.of(keys));
  }
}
