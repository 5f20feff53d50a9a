package org.redirlint.analysis.reachability;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.model.httpd.PrefixIndex;
import org.redirlint.model.httpd.PrefixIndex.Candidates;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.model.httpd.RuleList;
import org.redirlint.regex.Language;
import org.redirlint.regex.MatchResult;

/**
 * Rules of mod_rewrite that never come into play, because one before them ends the rewriting of all
 * that they match.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/rewrite/flags.html#flag_l">the flag L</a>
 */
final class RuleShadows {

  /** How many rules before one are compared with it. */
  private static final int MOST_CANDIDATES = 100;

  /** What a condition may ask that is not the same for each rule of one request. */
  private static final Pattern CHANGEABLE = Pattern.compile("[$%][0-9]|\\$\\{|%\\{ENV:|%\\{TIME");

  private final Consumer<Shadow> found;
  private final Paths paths = new Paths(Language.ALL);

  RuleShadows(Consumer<Shadow> found) {
    this.found = found;
  }

  /** Takes a list of rules, and what subrequests ask for in its place. */
  void of(RuleList list, Subrequests subrequests) {
    List<RewriteRule> rules = list.rules();
    PassedRedirects passed = new PassedRedirects(rules, subrequests, paths);
    int unchangedFrom = 0;
    int skippedUpTo = -1;
    int firstUnskipped = 0;
    Optional<RewriteRule> end = Optional.empty();
    for (int i = 0; i < rules.size(); i++) {
      RewriteRule rule = rules.get(i);
      if (end.isPresent()) {
        RewriteRule last = end.get();
        behind(
            last,
            IntStream.range(i, rules.size())
                .filter(at -> !passed.leadTo(at, last))
                .mapToObj(rules::get)
                .toList());
        return;
      }
      if (!rule.negated()) {
        compare(list, i, Math.max(unchangedFrom, firstUnskipped), passed);
      }
      if (rule.flags().skip() > 0) {
        skippedUpTo = Math.max(skippedUpTo, i + rule.flags().skip());
      }
      if (i <= skippedUpTo) {
        firstUnskipped = i + 1;
      }
      if (i > skippedUpTo && takesAlways(rules, i) && matchesAll(rule)) {
        end = Optional.of(rule);
      }
      if (!ends(rule) && rule.substitution().isPresent()) {
        unchangedFrom = i + 1;
      }
    }
  }

  private void behind(RewriteRule end, List<RewriteRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    String reason = "the rule before it ends the rewriting of every request";
    if (!leads(end) || rules.stream().noneMatch(this::isSpecific)) {
      found.accept(shadow(rules.get(0), end, reason));
      return;
    }
    for (RewriteRule rule : rules) {
      found.accept(catchAll(rule, end, reason));
    }
  }

  /** Tells whether a rule sends requests elsewhere, by a redirect or without one. */
  private static boolean leads(RewriteRule rule) {
    return rule.substitution().isPresent();
  }

  private boolean isSpecific(RewriteRule rule) {
    return rule.negated() || !paths.coversPages(rule.pattern());
  }

  private boolean matchesAll(RewriteRule rule) {
    return rule.conditions().isEmpty() && !rule.negated() && paths.coversAll(rule.pattern());
  }

  /** Compares a rule with those before it since the path was last changed, or some were skipped. */
  private void compare(RuleList list, int i, int from, PassedRedirects passed) {
    RewriteRule rule = list.rules().get(i);
    PrefixIndex.Key key = PrefixIndex.Key.of(rule.pattern());
    Optional<String> sample =
        key.whole() ? Optional.of(key.prefix()) : paths.sample(rule.pattern());
    if (sample.isEmpty()) {
      return;
    }
    Candidates candidates = list.index().candidates(sample.get());
    int tried = 0;
    for (int at = candidates.from(from);
        at >= 0 && at < i && tried < MOST_CANDIDATES;
        at = candidates.from(at + 1)) {
      RewriteRule before = list.rules().get(at);
      if (takesAlways(list.rules(), at)
          && !before.negated()
          && asksNoMore(before, rule)
          && covers(before, rule, key)
          && !passed.leadTo(i, before)) {
        String reason = "the rule before it ends the rewriting of all that it matches";
        found.accept(
            leads(before) && !isSpecific(before) && isSpecific(rule)
                ? catchAll(rule, before, reason)
                : shadow(rule, before, reason));
        return;
      }
      tried++;
    }
  }

  private boolean covers(RewriteRule before, RewriteRule rule, PrefixIndex.Key key) {
    if (before.pattern().toString().equals(rule.pattern().toString())
        && before.pattern().ignoreCase() == rule.pattern().ignoreCase()) {
      return true;
    }
    boolean single = key.whole() && !key.ignoreCase();
    return single
        ? before.pattern().match(key.prefix()) instanceof MatchResult.Matched
        : paths.covers(before.pattern(), rule.pattern());
  }

  /** Tells whether a rule ends the rewriting whenever its pattern and conditions hold. */
  private static boolean takesAlways(List<RewriteRule> rules, int index) {
    RewriteRule rule = rules.get(index);
    boolean chained = index > 0 && rules.get(index - 1).has(Switch.CHAIN);
    return ends(rule)
        && !chained
        && !rule.has(Switch.CHAIN)
        && !rule.has(Switch.NEXT)
        && !rule.has(Switch.NO_SUBREQUEST);
  }

  /** Tells whether the rewriting ends where a rule's pattern and conditions hold. */
  static boolean ends(RewriteRule rule) {
    return rule.has(Switch.LAST)
        || rule.has(Switch.END)
        || rule.has(Switch.PROXY)
        || rule.has(Switch.PASS_THROUGH)
        || rule.has(Switch.STATUS);
  }

  /**
   * Tells whether whoever meets the conditions of one rule meets those of another one before it.
   */
  private static boolean asksNoMore(RewriteRule before, RewriteRule rule) {
    List<String> wanted = before.conditions().stream().map(RuleShadows::text).toList();
    List<String> given = rule.conditions().stream().map(RuleShadows::text).toList();
    if (wanted.stream().anyMatch(text -> CHANGEABLE.matcher(text).find())) {
      return false;
    }
    boolean hasAlternatives =
        before.conditions().stream().anyMatch(RewriteCond::or)
            || rule.conditions().stream().anyMatch(RewriteCond::or);
    return wanted.isEmpty() || (hasAlternatives ? wanted.equals(given) : given.containsAll(wanted));
  }

  private static String text(RewriteCond condition) {
    String written =
        condition
            .origin()
            .file()
            .text()
            .substring(condition.origin().span().start(), condition.origin().span().end());
    return written.strip().replaceAll("\\s+", " ");
  }

  private Shadow catchAll(RewriteRule rule, RewriteRule before, String reason) {
    return new Shadow(rule.origin(), Kind.BEHIND_CATCH_ALL, reason, Optional.of(before.origin()))
        .meantFor(rule.negated() ? Optional.empty() : paths.sample(rule.pattern()));
  }

  private static Shadow shadow(RewriteRule rule, RewriteRule before, String reason) {
    return new Shadow(rule.origin(), kind(rule, before), reason, Optional.of(before.origin()));
  }

  private static Kind kind(RewriteRule rule, RewriteRule before) {
    boolean redirects = rule.has(Switch.REDIRECT) && before.has(Switch.REDIRECT);
    boolean twice =
        rule.pattern().toString().equals(before.pattern().toString())
            && rule.conditions().stream()
                .map(RuleShadows::text)
                .toList()
                .equals(before.conditions().stream().map(RuleShadows::text).toList());
    if (!redirects || !twice) {
      return Kind.COVERED;
    }
    return rule.substitution().equals(before.substitution())
            && rule.flags().status() == before.flags().status()
        ? Kind.SAME_TARGET
        : Kind.OTHER_TARGET;
  }
}
