package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Lazy;

/**
 * Reads the rules of mod_rewrite that stand in one place.
 *
 * @param server the number of the server they are for
 * @param place where they stand
 * @param roots the document roots: what begins with one is no URL
 * @param environment what environment variables may hold
 * @param gate tells what leads back to the site
 */
record RuleReader(
    int server, RulePlace place, List<String> roots, Environment environment, Gate gate) {

  /** Texts that are more complicated are not told apart any more. */
  private static final int MOST_STATES = 2_000;

  /** No more rules than these are held against what comes to those after them. */
  private static final int MOST_BARRIERS = 16;

  /** Reads rules; empty if they are not simple enough to be understood one by one. */
  Optional<List<Step>> read(RewriteContext context) {
    List<RewriteRule> rules = context.rules().rules();
    List<Step> steps = new ArrayList<>();
    LanguageUnion settled = new LanguageUnion();
    LanguageUnion settledForIndexes = new LanguageUnion();
    Language rewrittenTo = Language.NONE;
    Language rewrittenFrom = Language.NONE;
    LanguageUnion diverted = new LanguageUnion();
    List<Barrier> barriers = new ArrayList<>();
    boolean mayBeSkipped = false;
    Lazy<Integer> lastTakingUrls = new Lazy<>(() -> lastTakingUrls(rules));
    for (int i = 0; i < rules.size(); i++) {
      RewriteRule rule = rules.get(i);
      if (!isSimple(rule)) {
        return Optional.empty();
      }
      Language earlier = mayMatch(rule, rewrittenTo) ? rewrittenTo : Language.NONE;
      mayBeSkipped |= rule.has(Switch.CHAIN) || rule.flags().skip() > 0;
      boolean redirects = rule.has(Switch.REDIRECT);
      // Subrequests, as those for an index, pass by all rules that redirect.
      LanguageUnion before = redirects ? settled : settledForIndexes;
      Language paths = before.mostlyRemovedFrom(place.paths(rule));
      paths = earlier.isEmpty() ? paths : paths.union(rewrittenFrom);
      boolean stops =
          rule.has(Switch.STATUS)
              || rule.has(Switch.PROXY)
              || rule.has(Switch.LAST)
              || rule.has(Switch.END)
              || (redirects && lastTakingUrls.get() <= i);
      if (rule.has(Switch.STATUS) && !paths.isEmpty()) {
        steps.add(
            new Step(
                Step.Kind.REFUSE, rule.origin(), server, paths, Step.Leads.to(Target.ANYWHERE)));
      }
      if (rule.substitution().isPresent()
          && !rule.has(Switch.STATUS)
          && !rule.has(Switch.PROXY)
          && !paths.isEmpty()) {
        boolean first = stops && !mayBeSkipped && rewrittenTo.isEmpty();
        Language firstPaths =
            redirects && first ? diverted.removedFrom(place.always(rule)) : Language.NONE;
        for (RewriteRule told : environment.values(rule)) {
          steps.addAll(
              steps(
                  target(told, context, earlier),
                  paths,
                  firstPaths,
                  List.copyOf(barriers),
                  rewrittenTo.isEmpty()));
        }
      }
      if (stops && (!redirects || rule.has(Switch.STATUS))) {
        diverted.add(place.paths(rule));
      }
      if (stops
          && !mayBeSkipped
          && rewrittenTo.isEmpty()
          && rule.conditions().isEmpty()
          && !rule.has(Switch.NO_SUBREQUEST)) {
        settled.add(place.always(rule));
        if (!redirects) {
          settledForIndexes.add(place.always(rule));
        }
      }
      if (stops
          && !mayBeSkipped
          && rewrittenTo.isEmpty()
          && (redirects || !rule.conditions().isEmpty())
          && barriers.size() < MOST_BARRIERS) {
        barriers.add(barrier(target(rule, context, Language.NONE)));
      }
      if (rule.substitution().isPresent() && !stops) {
        rewrittenTo = widened(rewrittenTo.union(target(rule, context, earlier).textsAfter()));
        rewrittenFrom = widened(rewrittenFrom.union(paths));
      }
    }
    return Optional.of(steps);
  }

  /** Tells whether what a rule leads to follows from the rule alone. */
  static boolean isSimple(RewriteRule rule) {
    return !rule.has(Switch.NEXT)
        && !rule.has(Switch.DISCARD_PATH_INFO)
        && !rule.has(Switch.LAST_QUESTION_MARK)
        && (!rule.has(Switch.REDIRECT)
            || rule.has(Switch.STATUS)
            || rule.substitution().isPresent());
  }

  /**
   * Returns what a rule does.
   *
   * @param unchanged whether no rule before it may have changed what it is asked
   */
  private List<Step> steps(
      RuleTarget target, Language paths, Language first, List<Barrier> before, boolean unchanged) {
    RewriteRule rule = target.rule();
    Conditions conditions = target.conditions();
    Barriers barriers = new Barriers(before, unchanged ? conditions : Conditions.NONE);
    Authority authority = target.authority();
    boolean redirects = rule.has(Switch.REDIRECT);
    List<Step> steps = new ArrayList<>();
    if (redirects || !authority.sameScheme()) {
      steps.add(
          new Step(
              redirect(redirects),
              rule.origin(),
              server,
              paths,
              conditions,
              target::sent,
              growth(target),
              place.isServer() && conditions.areOfConnection() ? first : Language.NONE,
              barriers));
    }
    if (!redirects && (authority.sameScheme() || gate.comesBack(authority, new Suppositions()))) {
      steps.add(
          new Step(
              kind(rule),
              rule.origin(),
              server,
              paths,
              authority.sameScheme() ? conditions : conditions.and(bySchemes(rule, authority)),
              target::inside,
              Lengthening.UNKNOWN,
              Language.NONE,
              barriers));
    }
    return steps;
  }

  /** A URL is a path of this server only where its scheme is that of the request (reduce_uri). */
  private static Optional<RewriteCond> bySchemes(RewriteRule rule, Authority authority) {
    return authority.schemes().size() == 1
        ? Optional.of(
            new RewriteCond(
                rule.origin(),
                new Template(List.of(new Variable("REQUEST_SCHEME"))),
                new RewriteCond.StringComparison("=", authority.schemes().iterator().next(), false),
                false,
                false))
        : Optional.empty();
  }

  private Step.Kind redirect(boolean always) {
    if (place.isServer()) {
      return always ? Step.Kind.REDIRECT_IN_SERVER : Step.Kind.LEAD_OUT_IN_SERVER;
    }
    return always ? Step.Kind.REDIRECT_BY_RULE : Step.Kind.LEAD_OUT_BY_RULE;
  }

  private Step.Kind kind(RewriteRule rule) {
    if (place.isServer()) {
      return rule.has(Switch.PASS_THROUGH)
          ? Step.Kind.REWRITE_URL_IN_SERVER
          : Step.Kind.REWRITE_IN_SERVER;
    }
    if (rule.has(Switch.END)) {
      return Step.Kind.REWRITE_AND_END;
    }
    Template substitution = rule.substitution().orElseThrow();
    String start = substitution.literalPrefix();
    // What is cut at a number sign is another file than the one that was written.
    boolean whole =
        substitution.parts().stream()
            .noneMatch(part -> part instanceof Variable || part.toString().contains("#"));
    boolean relative = whole && !start.isEmpty() && !start.startsWith("/") && !start.contains(":");
    return relative ? Step.Kind.REWRITE_RELATIVE : Step.Kind.REWRITE;
  }

  private static boolean mayMatch(RewriteRule rule, Language texts) {
    if (texts.isEmpty()) {
      return false;
    }
    LanguageMatch match = rule.pattern().match(texts);
    return !(rule.negated() ? match.rest() : match.matching()).isEmpty();
  }

  /** Returns the same texts, or more of them where these are too many to be told apart. */
  private static Language widened(Language texts) {
    return texts.size() > MOST_STATES ? Language.ALL : texts;
  }

  /** Returns the number of the last rule that takes what redirecting ones leave behind; or -1. */
  private static int lastTakingUrls(List<RewriteRule> rules) {
    int last = rules.size() - 1;
    while (last >= 0 && !mayMatch(rules.get(last), TargetReader.URLS)) {
      last--;
    }
    return last;
  }

  /** Returns how much longer a URL becomes; nothing is known where that is not simple. */
  private Lengthening growth(RuleTarget target) {
    RewriteRule rule = target.rule();
    if (place.folder().isEmpty() || rule.has(Switch.ESCAPE_BACKREFERENCES)) {
      return Lengthening.UNKNOWN;
    }
    return new Growth(
            rule.negated() ? Optional.empty() : Optional.of(rule.pattern()),
            target.conditions(),
            place.folder().get(),
            target.earlier().isEmpty(),
            target::captured)
        .of(rule.substitution().orElseThrow(), gate.keepsHost());
  }

  private Barrier barrier(RuleTarget target) {
    RewriteRule rule = target.rule();
    return new Barrier(
        place.always(rule),
        target.conditions(),
        rule.has(Switch.REDIRECT) || rule.has(Switch.NO_SUBREQUEST));
  }

  private RuleTarget target(RewriteRule rule, RewriteContext context, Language earlier) {
    return new RuleTarget(rule, context, place, roots, environment, gate, earlier);
  }
}
