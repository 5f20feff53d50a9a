package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Lazy;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/**
 * Reads the rules of mod_rewrite that stand in one place.
 *
 * @param server the number of the server they are for
 * @param folder the path of the folder they are for, with a slash at its end; the empty text for a
 *     server's, and empty where it is not known
 * @param roots the document roots: what begins with one is no URL
 * @param environment what environment variables may hold
 * @param gate tells what leads back to the site
 */
record RuleReader(
    int server, Optional<String> folder, List<String> roots, Environment environment, Gate gate) {

  private static final String SERVER = "";

  /** What a rule that redirects writes before a path. */
  private static final Language OWN =
      Regex.constant("^https?://[^/]*\\z").match(Language.ALL).matching();

  private static final Language ROOTED = Language.startingWith("/");

  /** Texts that are more complicated are not told apart any more. */
  private static final int MOST_STATES = 2_000;

  /** Reads rules; empty if they are not simple enough to be understood one by one. */
  Optional<List<Step>> read(RewriteContext context) {
    List<RewriteRule> rules = context.rules().rules();
    List<Step> steps = new ArrayList<>();
    LanguageUnion settled = new LanguageUnion();
    LanguageUnion settledForIndexes = new LanguageUnion();
    Language rewrittenTo = Language.NONE;
    Language rewrittenFrom = Language.NONE;
    LanguageUnion diverted = new LanguageUnion();
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
      Language paths = before.mostlyRemovedFrom(paths(rule));
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
            redirects && first ? diverted.removedFrom(always(rule)) : Language.NONE;
        for (RewriteRule told : environment.values(rule)) {
          steps.addAll(steps(told, context, paths, earlier, firstPaths));
        }
      }
      if (stops && (!redirects || rule.has(Switch.STATUS))) {
        diverted.add(paths(rule));
      }
      if (stops
          && !mayBeSkipped
          && rewrittenTo.isEmpty()
          && rule.conditions().isEmpty()
          && !rule.has(Switch.NO_SUBREQUEST)) {
        settled.add(always(rule));
        if (!redirects) {
          settledForIndexes.add(always(rule));
        }
      }
      if (rule.substitution().isPresent() && !stops) {
        rewrittenTo = widened(rewrittenTo.union(subjectsAfter(rule, context, earlier)));
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

  private List<Step> steps(
      RewriteRule rule, RewriteContext context, Language paths, Language earlier, Language first) {
    boolean capturing = captures(rule);
    Conditions conditions = conditions(rule, capturing, earlier);
    Step.Leads leads =
        arrival ->
            target(
                rule,
                reader(
                    rule,
                    context,
                    capturing,
                    conditions,
                    earlier,
                    earlier.isEmpty() ? arrival : arrival.rewritten()));
    Authority authority = leads.from(Arrival.ANY).authority();
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
              leads,
              growth(rule, conditions, capturing && earlier.isEmpty()),
              isServer() && conditions.areOfConnection() ? first : Language.NONE));
    }
    if (!redirects && (authority.sameScheme() || gate.comesBack(authority, new Suppositions()))) {
      Template substitution = rule.substitution().orElseThrow();
      steps.add(
          new Step(
              kind(rule),
              rule.origin(),
              server,
              paths,
              authority.sameScheme() ? conditions : conditions.and(bySchemes(rule, authority)),
              arrival -> inside(substitution, leads.from(arrival).place()),
              OptionalInt.empty(),
              Language.NONE));
    }
    return steps;
  }

  /**
   * Tells whether it is known what the groups of a rule's pattern capture: what rules before it may
   * have made of the path is, and what else is held against it is the path of the request.
   */
  private boolean captures(RewriteRule rule) {
    return !rule.negated() && folder.isPresent();
  }

  private Conditions conditions(RewriteRule rule, boolean capturing, Language earlier) {
    return Conditions.of(
        rule.conditions(),
        some ->
            capturing
                ? captures(rule.pattern(), subjects(some).union(earlier))
                : group -> Language.ALL,
        !isServer(),
        !earlier.isEmpty());
  }

  /** What is led to by name inside the server is supposed to be there. */
  private Target inside(Template substitution, Place led) {
    Place place = isServer() ? led : led.withoutFragments();
    return Target.here(TargetReader.file(substitution, place).map(place::named).orElse(place));
  }

  /** A URL is a path of this server only where its scheme is that of the request (reduce_uri). */
  private static Optional<RewriteCond> bySchemes(RewriteRule rule, Authority authority) {
    return authority.schemes().size() == 1
        ? Optional.of(
            new RewriteCond(
                rule.origin(),
                new Template(List.of(new Template.Variable("REQUEST_SCHEME"))),
                new RewriteCond.StringComparison("=", authority.schemes().iterator().next(), false),
                false,
                false))
        : Optional.empty();
  }

  private Step.Kind redirect(boolean always) {
    if (isServer()) {
      return always ? Step.Kind.REDIRECT_IN_SERVER : Step.Kind.LEAD_OUT_IN_SERVER;
    }
    return always ? Step.Kind.REDIRECT_BY_RULE : Step.Kind.LEAD_OUT_BY_RULE;
  }

  private Step.Kind kind(RewriteRule rule) {
    if (isServer()) {
      return rule.has(Switch.PASS_THROUGH)
          ? Step.Kind.REWRITE_URL_IN_SERVER
          : Step.Kind.REWRITE_IN_SERVER;
    }
    if (rule.has(Switch.END)) {
      return Step.Kind.REWRITE_AND_END;
    }
    String start = rule.substitution().orElseThrow().literalPrefix();
    boolean relative = !start.isEmpty() && !start.startsWith("/") && !start.contains(":");
    return relative ? Step.Kind.REWRITE_RELATIVE : Step.Kind.REWRITE;
  }

  private boolean isServer() {
    return folder.filter(SERVER::equals).isPresent();
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

  /** Returns what later rules are held against after a rule that redirects: a whole URL. */
  private Language urlsAfter(RewriteRule rule, RewriteContext context, TargetReader reader) {
    Language written = reader.texts(rule.substitution().orElseThrow());
    if (rule.has(Switch.NO_QUERY)) {
      written = written.union(written.concatenate(Language.startingWith("?")));
    }
    Language paths = written.minus(TargetReader.URLS);
    Language relative = Language.of(context.directory().orElse("/"));
    Language urls =
        written
            .intersect(TargetReader.URLS)
            .union(OWN.concatenate(paths.intersect(ROOTED)))
            .union(OWN.concatenate(relative).concatenate(paths.minus(ROOTED)));
    // In a folder, what follows a file's path follows the URL, too.
    return isServer() ? urls : urls.union(urls.concatenate(ROOTED));
  }

  /**
   * Returns what later rules are held against after a rule: its path, as it is or in the folder.
   */
  private Language subjectsAfter(RewriteRule rule, RewriteContext context, Language earlier) {
    boolean capturing = captures(rule);
    TargetReader reader =
        reader(
            rule, context, capturing, conditions(rule, capturing, earlier), earlier, Arrival.ANY);
    if (rule.has(Switch.REDIRECT)) {
      return urlsAfter(rule, context, reader);
    }
    Template substitution = rule.substitution().orElseThrow();
    Optional<Language> written = reader.written(substitution);
    if (written.isEmpty()
        || isFile(substitution)
        || folder.isEmpty()
        || (context.base().isPresent() && !context.base().equals(folder))
        || written.get().equals(DecodedPaths.ALL)) {
      return Language.ALL;
    }
    Language paths = written.get();
    if (isServer()) {
      return paths;
    }
    Language inFolder = paths.union(paths.image(Transducer.without(folder.get().length())));
    return inFolder.union(inFolder.concatenate(Language.startingWith("/")));
  }

  /** Returns the number of the last rule that takes what redirecting ones leave behind; or -1. */
  private static int lastTakingUrls(List<RewriteRule> rules) {
    int last = rules.size() - 1;
    while (last >= 0 && !mayMatch(rules.get(last), TargetReader.URLS)) {
      last--;
    }
    return last;
  }

  private Target target(RewriteRule rule, TargetReader reader) {
    Template substitution = rule.substitution().orElseThrow();
    if (isFile(substitution)) {
      return new Target(Authority.SAME, Place.ANY);
    }
    Target target = reader.read(substitution);
    return new Target(target.authority(), queried(rule, target.place()));
  }

  /** What begins with a document root is no URL. */
  private boolean isFile(Template substitution) {
    return roots.stream().anyMatch(substitution.literalPrefix()::startsWith);
  }

  private TargetReader reader(
      RewriteRule rule,
      RewriteContext context,
      boolean capturing,
      Conditions conditions,
      Language earlier,
      Arrival arrival) {
    TargetReader.Escaping escaping =
        rule.has(Switch.ESCAPE_BACKREFERENCES)
            ? TargetReader.Escaping.TWICE
            : rule.has(Switch.NO_ESCAPE)
                ? TargetReader.Escaping.NOT_AT_ALL
                : TargetReader.Escaping.ONCE;
    String base = isServer() ? "" : context.base().or(() -> folder).orElse("");
    Optional<IntFunction<Language>> captures =
        capturing && !rule.has(Switch.ESCAPE_BACKREFERENCES)
            ? Optional.of(
                captures(rule.pattern(), subjects(arrival.place().paths()).union(earlier)))
            : Optional.empty();
    return new TargetReader(
        captures,
        conditions,
        environment,
        arrival,
        escaping,
        gate.ownNames(),
        base.endsWith("/") ? base : "");
  }

  private static Place queried(RewriteRule rule, Place place) {
    if (rule.has(Switch.APPEND_QUERY)) {
      return place.asking(Language.ALL);
    }
    boolean written = rule.substitution().orElseThrow().toString().contains("?");
    boolean dropped = rule.has(Switch.NO_QUERY) || rule.has(Switch.DISCARD_QUERY);
    return dropped && !written ? place.asking(Language.of("")) : place;
  }

  private static IntFunction<Language> captures(Regex pattern, Language subjects) {
    LanguageMatch match = pattern.match(subjects);
    return group ->
        group > pattern.groupCount()
            ? Language.of("")
            : match.mayBeUnset(group)
                ? match.group(group).union(Language.of(""))
                : match.group(group);
  }

  /** Returns how much longer host and path become at most; empty if that is not simple. */
  private OptionalInt growth(RewriteRule rule, Conditions conditions, boolean capturing) {
    boolean simple = !rule.has(Switch.ESCAPE_BACKREFERENCES) && (capturing || rule.negated());
    return folder.isPresent() && simple
        ? new Growth(rule.pattern(), conditions, folder.get()).of(rule.substitution().orElseThrow())
        : OptionalInt.empty();
  }

  /** Returns what the pattern is held against. */
  private Language subjects() {
    return isServer() ? DecodedPaths.ALL : DecodedPaths.RELATIVE;
  }

  /** Returns what the pattern is held against for some paths. */
  private Language subjects(Language paths) {
    String start = folder.orElse("");
    return start.isEmpty() || paths.equals(DecodedPaths.ALL)
        ? (start.isEmpty() ? paths : subjects())
        : paths.intersect(Language.startingWith(start)).image(Transducer.without(start.length()));
  }

  private Language paths(RewriteRule rule) {
    if (folder.isEmpty()) {
      return DecodedPaths.ALL;
    }
    LanguageMatch match = rule.pattern().match(subjects());
    return placed(rule.negated() ? match.rest() : match.matching());
  }

  /** Returns the paths that a rule without conditions never leaves to those after it. */
  private Language always(RewriteRule rule) {
    if (folder.isEmpty()) {
      return Language.NONE;
    }
    LanguageMatch match = rule.pattern().match(subjects());
    return match.isExact()
        ? placed(rule.negated() ? match.rest() : match.matching())
        : Language.NONE;
  }

  private Language placed(Language subjects) {
    return isServer()
        ? subjects
        : DecodedPaths.ALL.intersect(Language.of(folder.orElse("")).concatenate(subjects));
  }
}
