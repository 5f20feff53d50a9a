package org.redirlint.analysis.reachability;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteCond.ExpressionPattern;
import org.redirlint.model.httpd.RewriteCond.FileTest;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Language;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * What gets past the redirects of a list of rules: a subrequest is tried with no rule that has the
 * flag {@code R}, but the request for the folder that it is made for is.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/rewrite/flags.html#flag_ns">the flag NS</a>
 */
final class PassedRedirects {

  /** What is the same for a request and for the subrequests made for it, but headers. */
  private static final Set<String> OF_REQUEST =
      Set.of("HTTPS", "REQUEST_SCHEME", "REMOTE_ADDR", "QUERY_STRING", "THE_REQUEST");

  /** What is more complicated is taken for everything. */
  private static final int MOST_STATES = 1_000;

  private final List<RewriteRule> rules;
  private final Subrequests subrequests;
  private final Paths paths;

  /** The folders that one of the first rules may keep from those behind it. */
  private Language spared = Language.NONE;

  private int read;

  PassedRedirects(List<RewriteRule> rules, Subrequests subrequests, Paths paths) {
    this.rules = rules;
    this.subrequests = subrequests;
    this.paths = paths;
  }

  /**
   * Tells whether a subrequest may come to a rule past one before it, which takes all other
   * requests that the rule matches.
   */
  boolean leadTo(int index, RewriteRule before) {
    RewriteRule rule = rules.get(index);
    if (!before.has(Switch.REDIRECT)
        || rule.has(Switch.REDIRECT)
        || rule.has(Switch.NO_SUBREQUEST)) {
      return false;
    }
    try {
      Language asked = subrequests.in(foldersPast(before, index));
      return matching(rule).meets(asked);
    } catch (LanguageTooLargeException tooLarge) {
      return true;
    }
  }

  /** What a folder's own request is redirected by needs no index. */
  private Language foldersPast(RewriteRule before, int index) {
    return before.conditions().stream().allMatch(PassedRedirects::isOfRequest)
        ? Subrequests.FOLDERS.minus(paths.surely(before.pattern())).union(sparedUpTo(index))
        : Subrequests.FOLDERS;
  }

  private static boolean isOfRequest(RewriteCond condition) {
    return !(condition.pattern() instanceof FileTest)
        && !(condition.pattern() instanceof ExpressionPattern)
        && condition.test().parts().stream().allMatch(PassedRedirects::isOfRequest);
  }

  private static boolean isOfRequest(Part part) {
    return part instanceof Literal
        || (part instanceof Variable variable
            && (variable.name().startsWith("HTTP:")
                || variable.name().startsWith("HTTP_")
                || OF_REQUEST.contains(variable.name().toUpperCase(Locale.ROOT))));
  }

  private Language sparedUpTo(int index) {
    while (read < index) {
      RewriteRule rule = rules.get(read++);
      if (spares(rule)) {
        Language more = spared.union(matching(rule).intersect(Subrequests.FOLDERS));
        spared = more.size() > MOST_STATES ? Subrequests.FOLDERS : more;
      }
    }
    return spared;
  }

  /** Tells whether what a rule matches may not come to the next one as it was. */
  private static boolean spares(RewriteRule rule) {
    boolean redirects = rule.has(Switch.REDIRECT) && RuleShadows.ends(rule);
    boolean goesOn =
        rule.substitution().isEmpty()
            && !RuleShadows.ends(rule)
            && rule.flags().skip() == 0
            && !rule.has(Switch.NEXT);
    return !redirects && !goesOn;
  }

  private Language matching(RewriteRule rule) {
    return rule.negated() ? Language.ALL : paths.possibly(rule.pattern());
  }
}
