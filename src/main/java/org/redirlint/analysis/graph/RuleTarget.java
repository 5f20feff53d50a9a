package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/**
 * Where a rule of mod_rewrite leads, and what it leaves to the rules after it.
 *
 * @param rule the rule, with a substitution
 * @param context the rules it is one of
 * @param place where they stand
 * @param roots the document roots: what begins with one is no URL
 * @param environment what environment variables may hold
 * @param gate tells what leads back to the site
 * @param earlier what rules before it may have made of the path
 */
record RuleTarget(
    RewriteRule rule,
    RewriteContext context,
    RulePlace place,
    List<String> roots,
    Environment environment,
    Gate gate,
    Language earlier) {

  /** What a rule that redirects writes before a path. */
  private static final Language OWN =
      Regex.constant("^https?://[^/]*\\z").match(Language.ALL).matching();

  private static final Variable DOCUMENT_ROOT = new Variable("DOCUMENT_ROOT");

  private static final Language ROOTED = Language.startingWith("/");

  /**
   * Tells whether it is known what the groups of the rule's pattern capture: what rules before it
   * may have made of the path is, and what else is held against it is the path of the request.
   */
  boolean captures() {
    return !rule.negated() && place.folder().isPresent();
  }

  /** Returns the rule's conditions. */
  Conditions conditions() {
    return Conditions.of(
        rule.conditions(),
        paths -> captures() ? captured(paths) : group -> Language.ALL,
        !place.isServer(),
        !earlier.isEmpty());
  }

  /** Returns where requests are sent by a redirect. */
  Target sent(Arrival arrival) {
    // Without a base, a relative path is sent as the one on the disk.
    return target(reader(escaping(), arrival, context.base()));
  }

  /** Returns where requests are led inside the server; what is led to by name is supposed there. */
  Target inside(Arrival arrival) {
    Place led = target(insideReader(arrival)).place();
    Place read = place.isServer() ? led : led.withoutFragments();
    return Target.here(TargetReader.file(substitution(), read).map(read::named).orElse(read));
  }

  /** Returns the server that the rule names, before it is known whether that is a redirect. */
  Authority authority() {
    return target(insideReader(Arrival.ANY)).authority();
  }

  /** Returns what later rules are held against after it: its path, as it is or in the folder. */
  Language textsAfter() {
    TargetReader reader = insideReader(Arrival.ANY);
    if (rule.has(Switch.REDIRECT)) {
      return urlsAfter(reader);
    }
    Optional<String> folder = place.folder();
    Optional<Language> written = reader.written(substitution());
    if (written.isEmpty()
        || isFile()
        || folder.isEmpty()
        || (context.base().isPresent() && !context.base().equals(folder))
        || written.get().equals(DecodedPaths.ALL)) {
      return Language.ALL;
    }
    Language paths = written.get();
    if (place.isServer()) {
      return paths;
    }
    Language inFolder = paths.union(paths.image(Transducer.without(folder.get().length())));
    return inFolder.union(inFolder.concatenate(Language.startingWith("/")));
  }

  /** Returns what later rules are held against after a rule that redirects: a whole URL. */
  private Language urlsAfter(TargetReader reader) {
    Language written = reader.texts(substitution());
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
    return place.isServer() ? urls : urls.union(urls.concatenate(ROOTED));
  }

  private Target target(TargetReader reader) {
    if (isFile()) {
      return new Target(Authority.SAME, Place.ANY);
    }
    Target target = reader.read(substitution());
    return new Target(target.authority(), queried(target.place()));
  }

  /** What begins with a document root is no URL. */
  private boolean isFile() {
    return roots.stream().anyMatch(substitution().literalPrefix()::startsWith);
  }

  /** Returns what is put in the path's place; the document root is taken off a file's path. */
  private Template substitution() {
    Template written = rule.substitution().orElseThrow();
    List<Part> parts = written.parts();
    boolean inRoot =
        parts.size() > 1
            && parts.get(0).equals(DOCUMENT_ROOT)
            && parts.get(1) instanceof Literal rest
            && rest.text().startsWith("/");
    boolean takenOff =
        !rule.has(Switch.REDIRECT)
            && !rule.has(Switch.PASS_THROUGH)
            && (place.isServer()
                || context.base().isEmpty()
                || place.folder().filter("/"::equals).isPresent());
    return inRoot && takenOff ? new Template(parts.subList(1, parts.size())) : written;
  }

  private TargetReader.Escaping escaping() {
    return rule.has(Switch.NO_ESCAPE) && !rule.has(Switch.ESCAPE_BACKREFERENCES)
        ? TargetReader.Escaping.NOT_AT_ALL
        : escapingInside();
  }

  /** Returns how it is escaped where nothing is sent to a client, which NE is about. */
  private TargetReader.Escaping escapingInside() {
    return rule.has(Switch.ESCAPE_BACKREFERENCES)
        ? TargetReader.Escaping.TWICE
        : TargetReader.Escaping.ONCE;
  }

  /**
   * Returns what reads the target of a rule that leads inside: what is relative, is so to the
   * folder.
   */
  private TargetReader insideReader(Arrival arrival) {
    return reader(escapingInside(), arrival, context.base().or(place::folder));
  }

  private TargetReader reader(
      TargetReader.Escaping escaping, Arrival arrival, Optional<String> before) {
    Arrival led = earlier.isEmpty() ? arrival : arrival.rewritten();
    String base = place.isServer() ? "" : before.orElse("");
    Optional<IntFunction<Language>> captures =
        captures() && escaping != TargetReader.Escaping.TWICE
            ? Optional.of(captured(led.place().paths()))
            : Optional.empty();
    return new TargetReader(
        captures,
        conditions(),
        environment,
        led,
        escaping,
        gate.ownNames(),
        base.endsWith("/") ? base : "");
  }

  private Place queried(Place led) {
    if (rule.has(Switch.APPEND_QUERY)) {
      return led.asking(Language.ALL);
    }
    boolean written = substitution().toString().contains("?");
    boolean dropped = rule.has(Switch.NO_QUERY) || rule.has(Switch.DISCARD_QUERY);
    return dropped && !written ? led.asking(Language.of("")) : led;
  }

  /** Returns what a group of the rule's pattern may hold. */
  Language captured(int group) {
    return captures() ? captured(DecodedPaths.ALL).apply(group) : Language.ALL;
  }

  private IntFunction<Language> captured(Language paths) {
    Regex pattern = rule.pattern();
    LanguageMatch match = pattern.match(place.subjects(paths).union(earlier));
    return group ->
        group > pattern.groupCount()
            ? Language.of("")
            : match.mayBeUnset(group)
                ? match.group(group).union(Language.of(""))
                : match.group(group);
  }
}
