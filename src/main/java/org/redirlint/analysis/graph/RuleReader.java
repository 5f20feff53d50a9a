package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;

/**
 * Reads the rules of mod_rewrite that stand in one place.
 *
 * @param server the number of the server they are for
 * @param folder the path of the folder they are for, with a slash at its end; the empty text for a
 *     server's, and empty where it is not known
 */
record RuleReader(int server, Optional<String> folder) {

  private static final String SERVER = "";

  /** What the rules of a place do: redirect, or lead to other paths inside the server. */
  record Rules(List<Redirection> redirections, List<Inner> inner) {}

  /**
   * A rule that leads to another path inside the server.
   *
   * @param paths the paths it may be asked for
   * @param to where it leads
   * @param once whether no rule is tried again with that path
   */
  record Inner(Language paths, Language to, boolean once) {}

  /** Reads rules; empty if they are not simple enough to be understood one by one. */
  Optional<Rules> read(RewriteContext context) {
    List<RewriteRule> rules = context.rules().rules();
    Rules read = new Rules(new ArrayList<>(), new ArrayList<>());
    boolean rewritten = false;
    for (RewriteRule rule : rules) {
      if (rule.has(Switch.NEXT) || rule.has(Switch.DISCARD_PATH_INFO)) {
        return Optional.empty();
      }
      if (rule.has(Switch.STATUS) || rule.has(Switch.PROXY)) {
        continue;
      }
      if (rule.substitution().isEmpty()) {
        if (rule.has(Switch.REDIRECT)) {
          return Optional.empty();
        }
        continue;
      }
      boolean ends = rule.has(Switch.LAST) || rule.has(Switch.END);
      Target target = target(rule, context, rewritten);
      Language paths = rewritten ? DecodedPaths.ALL : paths(rule);
      if (rule.has(Switch.REDIRECT) || !target.sameScheme()) {
        Target to = ends || !rule.has(Switch.REDIRECT) ? target : Target.anywhere();
        read.redirections()
            .add(new Redirection(rule.origin(), server, paths, conditions(rule), to));
      }
      if (!rule.has(Switch.REDIRECT)) {
        read.inner().add(new Inner(paths, target.paths(), rule.has(Switch.END)));
      }
      rewritten |= !ends;
    }
    return Optional.of(read);
  }

  private boolean isServer() {
    return folder.filter(SERVER::equals).isPresent();
  }

  private Target target(RewriteRule rule, RewriteContext context, boolean rewritten) {
    Optional<LanguageMatch> captures =
        rewritten || rule.negated() || !(isServer() || folder.isPresent())
            ? Optional.empty()
            : Optional.of(rule.pattern().match(subjects()));
    boolean exact = !rule.has(Switch.NO_ESCAPE) && !rule.has(Switch.ESCAPE_BACKREFERENCES);
    String base = isServer() ? "" : context.base().or(() -> folder).orElse("");
    return new TargetReader(captures, exact, base.endsWith("/") ? base : "")
        .read(rule.substitution().orElseThrow());
  }

  /** Returns what the pattern is held against. */
  private Language subjects() {
    return isServer() ? DecodedPaths.ALL : DecodedPaths.RELATIVE;
  }

  private Language paths(RewriteRule rule) {
    if (folder.isEmpty()) {
      return DecodedPaths.ALL;
    }
    LanguageMatch match = rule.pattern().match(subjects());
    Language texts = rule.negated() ? match.rest() : match.matching();
    return isServer()
        ? texts
        : DecodedPaths.ALL.intersect(Language.of(folder.get()).concatenate(texts));
  }

  /** Conditions of which one is enough are left out: any of them may hold. */
  private static List<RewriteCond> conditions(RewriteRule rule) {
    return rule.conditions().stream().anyMatch(RewriteCond::or) ? List.of() : rule.conditions();
  }
}
