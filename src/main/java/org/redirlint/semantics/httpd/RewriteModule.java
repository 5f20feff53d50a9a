package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteContext.Option;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.httpd.RuleRunner.Change;
import org.redirlint.semantics.httpd.RuleRunner.Ran;

/**
 * mod_rewrite in a server (hook_uri2file) and in a directory (hook_fixup).
 *
 * @param <V> a value
 */
final class RewriteModule<V> {

  /** The handler that stands for an internal redirect to come. */
  static final String REDIRECT_HANDLER = "redirect-handler";

  /** What a file's path begins with that is a URL-path to redirect to internally. */
  static final String REDIRECT_SCHEME = "redirect:";

  /** The handler that stands for another server. */
  static final String PROXY_HANDLER = "proxy-server";

  private static final int FOUND = 302;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private final Domain<V> domain;
  private final RuleRunner<V> rules;
  private final Self<V> self;
  private final Files<V> files;
  private final Set<String> modules;

  RewriteModule(
      Domain<V> domain, RuleRunner<V> rules, Self<V> self, Files<V> files, Set<String> modules) {
    this.domain = domain;
    this.rules = rules;
    this.self = self;
    this.files = files;
    this.modules = modules;
  }

  /** Translates a URL-path by the server's rules. */
  List<Outcome<V>> server(State<V> state) {
    RewriteContext context = state.host().rewrite();
    if (!modules.contains("rewrite")
        || !state.settings().rewrite().isOn()
        || state.progress().end()) {
      return Outcome.of(state, Outcome.DECLINED);
    }
    V uri = state.resource().uri();
    boolean anyUri = context.has(Option.ALLOW_ANY_URI);
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, uri),
        absolute ->
            absolute.result() || anyUri
                ? translate(scripted(state.with(state.resource().withUri(absolute.value()))))
                : Outcome.of(state, Outcome.DECLINED));
  }

  private State<V> scripted(State<V> state) {
    V script =
        state
            .progress()
            .main()
            .flatMap(main -> main.progress().script())
            .or(() -> state.progress().script())
            .orElse(state.resource().uri());
    return state
        .with(state.progress().withScript(script))
        .withVariable("SCRIPT_URL", script)
        .withVariable("SCRIPT_URI", self.url(state, script));
  }

  private List<Outcome<V>> translate(State<V> state) {
    Optional<V> args = state.resource().args();
    State<V> begun = state.with(state.resource().withFilename(state.resource().uri()));
    return Branches.then(
        rules.run(begun, state.host().rewrite()),
        ran -> {
          if (ran.change() == Change.NONE) {
            return Outcome.of(untranslated(ran.state()), Outcome.DECLINED);
          }
          if (ran.change() == Change.STATUS || ran.change() == Change.REFUSED) {
            return status(ran);
          }
          if (ran.has(Switch.PROXY)) {
            return proxy(ran);
          }
          V filename = filename(ran.state());
          return ran.has(Switch.PASS_THROUGH)
              ? local(ran, filename)
              : Branches.then(
                  domain.classify(Tests.ABSOLUTE_URL, filename),
                  url -> url.result() ? redirect(ran, url.value(), args) : local(ran, url.value()));
        });
  }

  /** The rest of httpd begins with the URL-path again. */
  private State<V> untranslated(State<V> state) {
    Resource<V> r = state.resource();
    return state.with(
        new Resource<>(
            r.method(),
            r.uri(),
            r.args(),
            r.query(),
            Optional.empty(),
            r.pathInfo(),
            r.kind(),
            r.prefix(),
            r.root(),
            r.handler()));
  }

  private List<Outcome<V>> status(Ran<V> ran) {
    if (ran.change() == Change.REFUSED) {
      return Outcome.of(ran.state(), FORBIDDEN);
    }
    int status = isUnprintable(ran.state()) ? FORBIDDEN : ran.state().progress().status();
    return Outcome.of(ran.state().withStatus(Progress.OK), status);
  }

  private List<Outcome<V>> proxy(Ran<V> ran) {
    State<V> state = ran.state();
    if (!modules.contains("proxy")) {
      return Outcome.of(state, FORBIDDEN);
    }
    return Outcome.of(
        state.answered(new Answer.Upstream<>("RewriteRule " + filename(state) + " [P]")),
        Outcome.OK);
  }

  private List<Outcome<V>> local(Ran<V> ran, V filename) {
    State<V> state = ran.state();
    if (isUnprintable(state)) {
      return Outcome.of(state, FORBIDDEN);
    }
    if (ran.has(Switch.PASS_THROUGH)) {
      State<V> passed = untranslated(state);
      return Outcome.of(passed.with(passed.resource().withUri(filename)), Outcome.DECLINED);
    }
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, filename),
        absolute ->
            absolute.result()
                ? placed(ran, state, absolute.value())
                : Outcome.of(state, BAD_REQUEST));
  }

  /** A path that begins like one of the file system is one of the file system (prefix_stat). */
  private List<Outcome<V>> placed(Ran<V> ran, State<V> state, V filename) {
    boolean legacy = state.host().rewrite().has(Option.LEGACY_PREFIX_DOC_ROOT);
    if (state.progress().reduced() && !legacy) {
      return CorePaths.translate(domain, state, filename);
    }
    V first = domain.transform(PathHeads.FIRST, filename);
    return Branches.then(
        files.find(state, first),
        found ->
            found.file().exists()
                ? Branches.then(
                    domain.classify(isSafe(ran), first),
                    safe ->
                        safe.result()
                            ? asFile(found.state(), filename)
                            : inRoot(found.state(), filename))
                : CorePaths.translate(domain, found.state(), filename));
  }

  /** What begins like the document root is safe, however it was put together. */
  private List<Outcome<V>> inRoot(State<V> state, V filename) {
    return Branches.then(
        domain.classify(Classifier.in(TextSet.startingWith(state.documentRoot())), filename),
        below ->
            below.result()
                ? asFile(state, below.value())
                : CorePaths.translate(domain, state, below.value()));
  }

  private List<Outcome<V>> asFile(State<V> state, V filename) {
    return Outcome.of(state.with(state.resource().withFilename(filename)), Outcome.OK);
  }

  /** The first name must be the substitution's own, unless UnsafePrefixStat is set. */
  private Classifier<Boolean> isSafe(Ran<V> ran) {
    if (ran.substituted().isEmpty() || ran.substituted().get().has(Switch.UNSAFE_PREFIX_STAT)) {
      return Classifier.in(TextSet.all());
    }
    Template substitution = ran.substituted().get().substitution().orElse(Template.EMPTY);
    String prefix = substitution.literalPrefix();
    Set<String> beginnings = new HashSet<>();
    for (int length = 0; length <= prefix.length(); length++) {
      beginnings.add(prefix.substring(0, length));
    }
    return Classifier.in(new TextSet.OneOf(beginnings));
  }

  private List<Outcome<V>> redirect(Ran<V> ran, V url, Optional<V> before) {
    State<V> state = decided(ran);
    boolean escapes = ran.change() != Change.NO_ESCAPE;
    if (!escapes && isUnprintable(state)) {
      return Outcome.of(state, FORBIDDEN);
    }
    V location = escapes ? domain.transform(Escapes.ABSOLUTE, url) : url;
    Optional<V> args = state.resource().args();
    if (args.isEmpty()) {
      return sent(state, location);
    }
    boolean same =
        before.isPresent()
            && domain.equal(args.get(), before.get()).stream().allMatch(Domain.Side::result);
    V query = escapes && !same ? domain.transform(Escapes.PATH, args.get()) : args.get();
    return sent(
        state, domain.concatenate(location, domain.concatenate(domain.literal("?"), query)));
  }

  /** Behind the rule that put in what is sent, others may have matched and left it as it is. */
  private State<V> decided(Ran<V> ran) {
    State<V> state = ran.state();
    return ran.substituted()
        .map(RewriteRule::origin)
        .filter(place -> !state.trail().endsAt(place))
        .map(place -> state.note(place, "what this rule has put in is sent"))
        .orElse(state);
  }

  private List<Outcome<V>> sent(State<V> state, V location) {
    int status = state.progress().status();
    boolean redirects = status >= 300 && status < 400;
    return Outcome.of(
        state.withStatus(Progress.OK).withLocation(Optional.of(location)),
        redirects ? status : FOUND);
  }

  private boolean isUnprintable(State<V> state) {
    return state.resource().args().isPresent()
        && domain.classify(Tests.UNPRINTABLE, state.resource().args().get()).stream()
            .anyMatch(Domain.Side::result);
  }

  private V filename(State<V> state) {
    return state.resource().filename().orElse(state.resource().uri());
  }

  /** Rewrites in a directory, behind the walk through the file system. */
  List<Outcome<V>> directory(State<V> state) {
    RewriteContext context = state.settings().rewrite();
    if (!modules.contains("rewrite") || !context.isOn() || context.directory().isEmpty()) {
      return Outcome.of(state, Outcome.DECLINED);
    }
    String directory = context.directory().get();
    V filename = filename(state);
    return Branches.then(
        domain.classify(Tests.is(directory.substring(0, directory.length() - 1)), filename),
        same -> {
          if (same.result() && !context.has(Option.ALLOW_NO_SLASH)) {
            return Outcome.of(state, Outcome.DECLINED);
          }
          if (state.progress().end()) {
            return Outcome.of(state, Outcome.DECLINED);
          }
          CoreSettings core = state.settings().core();
          if (!core.has(CoreSettings.Option.FOLLOW_SYM_LINKS)
              && !core.has(CoreSettings.Option.SYM_LINKS_IF_OWNER_MATCH)) {
            return Outcome.of(state, FORBIDDEN);
          }
          return rewrite(state, context, filename);
        });
  }

  private List<Outcome<V>> rewrite(State<V> state, RewriteContext context, V before) {
    Optional<V> args = state.resource().args();
    return Branches.then(
        rules.run(state, context),
        ran -> {
          if (ran.change() == Change.NONE) {
            return Outcome.of(
                ran.state().with(ran.state().resource().withFilename(before)), Outcome.DECLINED);
          }
          if (ran.change() == Change.STATUS || ran.change() == Change.REFUSED) {
            return status(ran);
          }
          if (ran.has(Switch.PROXY)) {
            return proxy(ran);
          }
          return Branches.then(
              domain.classify(Tests.ABSOLUTE_URL, filename(ran.state())),
              url ->
                  url.result() && !ran.has(Switch.PASS_THROUGH)
                      ? rebased(ran, context, url.value(), args)
                      : internal(ran, context, url.value(), before));
        });
  }

  /** In a URL, the directory's path is that of its base. */
  private List<Outcome<V>> rebased(Ran<V> ran, RewriteContext context, V url, Optional<V> args) {
    if (context.base().isEmpty()) {
      return redirect(ran, url, args);
    }
    V changed =
        domain.transform(
            PathHeads.rebaseUrl(context.directory().orElse("/"), withSlash(context.base().get())),
            url);
    return redirect(ran, changed, args);
  }

  private List<Outcome<V>> internal(Ran<V> ran, RewriteContext context, V filename, V before) {
    State<V> state = ran.state();
    if (isUnprintable(state)) {
      return Outcome.of(state, FORBIDDEN);
    }
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, filename),
        absolute -> {
          if (!absolute.result()) {
            return Outcome.of(state, BAD_REQUEST);
          }
          return Branches.then(
              domain.equal(absolute.value(), before),
              same -> {
                if (same.result()) {
                  String what = "the rewritten URL-path is the one requested: rewriting ends";
                  State<V> stays = state.with(state.resource().withFilename(same.value()));
                  return Outcome.of(
                      ran.last().isPresent() || ran.substituted().isPresent()
                          ? stays.note(ran.substituted().or(ran::last).orElseThrow().origin(), what)
                          : stays,
                      Outcome.OK);
                }
                return Branches.then(
                    urlPath(same.value(), beginnings(state, context)), path -> again(ran, path));
              });
        });
  }

  /**
   * What the path of a file may begin with, and what stands for it in a URL-path: the directory has
   * its base, or else the document root has nothing; then there is the place of an alias. An empty
   * one takes the slash with it.
   */
  private static List<Rebased> beginnings(State<?> state, RewriteContext context) {
    List<Rebased> beginnings = new ArrayList<>();
    beginnings.add(
        context
            .base()
            .map(base -> PathHeads.rebase(context.directory().orElse("/"), withSlash(base)))
            .orElseGet(() -> PathHeads.rebase(withSlash(state.documentRoot()), "/")));
    if (!context.has(Option.IGNORE_CONTEXT_INFO)) {
      String root = state.resource().root().orElse(state.host().documentRoot());
      String prefix = state.resource().prefix().orElse("");
      beginnings.add(PathHeads.rebase(withSlash(root), prefix.isEmpty() ? "" : withSlash(prefix)));
    }
    return beginnings;
  }

  /** The first beginning that fits is replaced. */
  private List<V> urlPath(V path, List<Rebased> beginnings) {
    if (beginnings.isEmpty()) {
      return List.of(path);
    }
    Rebased first = beginnings.get(0);
    return Branches.then(
        domain.classify(Tests.startsWith(first.directory()), path),
        fits ->
            fits.result()
                ? List.of(domain.transform(first, fits.value()))
                : urlPath(fits.value(), beginnings.subList(1, beginnings.size())));
  }

  private List<Outcome<V>> again(Ran<V> ran, V uri) {
    State<V> state = ran.state();
    Optional<RewriteRule> deciding = ran.substituted().or(ran::last);
    State<V> noted =
        deciding
            .map(rule -> state.note(rule.origin(), "the request is processed anew as " + uri))
            .orElse(state);
    return Outcome.of(
        noted.with(
            noted
                .resource()
                .withFilename(domain.concatenate(domain.literal(REDIRECT_SCHEME), uri))
                .withHandler(REDIRECT_HANDLER)),
        Outcome.OK);
  }

  private static String withSlash(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
