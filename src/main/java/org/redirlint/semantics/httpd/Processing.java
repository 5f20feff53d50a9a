package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.CoreSettings.EncodedSlashes;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.SetEnvIf;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Proxy;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.UndeterminedException;

/**
 * Everything between the request line and the handler (ap_process_request_internal).
 *
 * @param <V> a value
 */
final class Processing<V> {

  private final Domain<V> domain;
  private final HttpdConfiguration configuration;
  private final LocationWalk<V> locations;
  private final DirectoryWalk<V> directories;
  private final RewriteModule<V> rewrite;
  private final AliasModule<V> alias;
  private final AccessModule<V> access;
  private final DirectoryModule<V> directory;
  private final SpellingModule<V> spelling;
  private final VariableModule<V> variables;
  private final HeaderModule<V> headers;
  private final Files<V> files;

  Processing(Domain<V> domain, Facts facts, HttpdConfiguration configuration) {
    this.domain = domain;
    this.configuration = configuration;
    Self<V> self = new Self<>(domain, facts);
    this.files = new Files<>(domain, facts, new KnownFolders(configuration));
    Subrequests<V> subrequests = new Subrequests<>(domain, this::process);
    Variables<V> values = new Variables<>(domain, facts, self, configuration);
    FileTests<V> tests = new FileTests<>(domain, files, new Attributes(facts), subrequests);
    Expressions<V> expressions = new Expressions<>(domain, values, tests);
    Expansion<V> expansion = new Expansion<>(domain, values, subrequests);
    Conditions<V> conditions = new Conditions<>(domain, expansion, expressions, tests);
    RuleApplication<V> application = new RuleApplication<>(domain, expansion, conditions, self);
    RuleRunner<V> runner = new RuleRunner<>(domain, application);
    this.locations = new LocationWalk<>(domain, expressions);
    this.directories = new DirectoryWalk<>(domain, files, configuration);
    this.rewrite = new RewriteModule<>(domain, runner, self, files, configuration.modules());
    this.alias = new AliasModule<>(domain, self, expressions);
    this.access = new AccessModule<>(domain, facts, expressions);
    this.directory = new DirectoryModule<>(domain, self, subrequests);
    this.spelling = new SpellingModule<>(domain, self, facts);
    this.variables = new VariableModule<>(domain, values, expressions);
    this.headers =
        new HeaderModule<>(
            domain,
            expressions,
            new HeaderValues<>(domain, values, expressions, configuration.modules()));
  }

  /** Returns the module of environment variables. */
  VariableModule<V> variables() {
    return variables;
  }

  /** Returns the module of response headers. */
  HeaderModule<V> headers() {
    return headers;
  }

  /** Returns what is known of files. */
  Files<V> files() {
    return files;
  }

  /** Begins a request: sets the server's variables (post_read_request). */
  List<State<V>> begin(State<V> state) {
    return has("setenvif")
        ? variables.setEnvIf(state, state.host().settings().variables())
        : List.of(state);
  }

  /**
   * Processes a request up to its handler.
   *
   * @param fileKnown whether its file is given, so that nothing is translated
   */
  List<Outcome<V>> process(State<V> state, boolean fileKnown) {
    State<V> base = state.with(state.host().settings());
    if (fileKnown) {
      return storage(base);
    }
    boolean merge = base.host().options().mergeSlashes();
    EncodedSlashes slashes = base.settings().core().encodedSlashes().orElse(EncodedSlashes.OFF);
    V raw = base.resource().uri();
    return Branches.then(
        domain.classify(Paths.refusal(merge, slashes), raw),
        side -> {
          if (side.result() != 0) {
            return Outcome.of(base, side.result());
          }
          V uri = domain.transform(Paths.decode(merge, slashes), side.value());
          State<V> decoded = base.with(base.resource().withUri(uri));
          return Branches.then(locations.walk(decoded), this::translate);
        });
  }

  private List<Outcome<V>> translate(State<V> state) {
    return Branches.then(
        rewrite.server(state),
        rewritten -> rewritten.isDeclined() ? proxied(rewritten.state()) : translated(rewritten));
  }

  private List<Outcome<V>> proxied(State<V> state) {
    if (!state.host().options().proxies().isEmpty()) {
      List<Optional<Proxy>> possible = new ArrayList<>(List.of(Optional.empty()));
      state.host().options().proxies().forEach(proxy -> possible.add(Optional.of(proxy)));
      Classifier<Optional<Proxy>> find =
          Classifier.among(possible, uri -> proxy(state.host(), uri));
      return Branches.then(
          domain.classify(find, state.resource().uri()),
          side -> {
            Optional<String> directive = side.result().flatMap(Proxy::directive);
            return directive.isPresent()
                ? Outcome.of(
                    state
                        .note(side.result().get().origin(), directive.get())
                        .answered(new Answer.Upstream<>(directive.get())),
                    Outcome.OK)
                : aliased(state);
          });
    }
    return aliased(state);
  }

  private static Optional<Proxy> proxy(VirtualHost host, String uri) {
    for (Proxy proxy : host.options().proxies()) {
      boolean fits =
          proxy.pattern().isPresent()
              ? proxy.pattern().get().match(uri) instanceof org.redirlint.regex.MatchResult.Matched
              : Prefixes.aliased(uri, proxy.prefix()) > 0;
      if (fits) {
        return Optional.of(proxy);
      }
    }
    return Optional.empty();
  }

  private List<Outcome<V>> aliased(State<V> state) {
    return Branches.then(
        has("alias") ? alias.server(state) : Outcome.of(state, Outcome.DECLINED),
        aliased ->
            aliased.isDeclined()
                ? Branches.then(core(aliased.state()), this::translated)
                : translated(aliased));
  }

  private List<Outcome<V>> core(State<V> state) {
    Optional<String> pattern = state.host().options().virtualDocumentRoot();
    if (pattern.isEmpty()) {
      return CorePaths.translate(domain, state, state.resource().uri());
    }
    V host = state.exchange().hostname().orElse(domain.literal(""));
    V root =
        domain.transform(VirtualRoots.of(pattern.get(), state.exchange().endpoint().port()), host);
    Classifier<String> each = text -> text;
    return Branches.then(
        domain.classify(each, root),
        side -> {
          V whole = domain.concatenate(side.value(), state.resource().uri());
          Resource<V> found =
              state
                  .resource()
                  .withFilename(domain.transform(Paths.FILE, whole))
                  .withDocumentRoot(side.result());
          return Outcome.of(state.with(found), Outcome.OK);
        });
  }

  private List<Outcome<V>> translated(Outcome<V> outcome) {
    if (!outcome.isOk() || outcome.state().answer().isPresent()) {
      return List.of(outcome);
    }
    State<V> state = outcome.state();
    Classifier<Special> special = Special::of;
    return Branches.then(
        domain.classify(special, state.resource().method()),
        method ->
            Branches.then(
                domain.classify(Tests.is("*"), state.resource().uri()),
                star -> {
                  boolean trace = method.result() == Special.TRACE;
                  if (trace) {
                    boolean enabled = state.host().options().trace();
                    return Outcome.of(state, enabled ? Progress.OK : 405);
                  }
                  boolean options = method.result() == Special.OPTIONS && star.result();
                  return options ? Outcome.of(state, Progress.OK) : storage(state);
                }));
  }

  private enum Special {
    TRACE,
    OPTIONS,
    NONE;

    static Special of(String method) {
      return method.equals("TRACE") ? TRACE : method.equals("OPTIONS") ? OPTIONS : NONE;
    }
  }

  private List<Outcome<V>> storage(State<V> state) {
    return Branches.then(
        directories.walk(state),
        walked ->
            walked.isOk()
                ? Branches.then(locations.walk(walked.state()), this::authorize)
                : List.of(walked));
  }

  private List<Outcome<V>> authorize(State<V> state) {
    state
        .settings()
        .obstacle()
        .ifPresent(
            obstacle -> {
              throw new UndeterminedException(
                  "what " + obstacle.directive() + " does is not known");
            });
    boolean sets = has("setenvif") && !state.progress().isSubrequest();
    return Branches.then(
        sets ? variables.setEnvIf(state, ofDirectories(state)) : List.of(state),
        so ->
            Branches.then(access.check(so), let -> let.isOk() ? fixup(let.state()) : List.of(let)));
  }

  /** The virtual host's own directives have been tried when the request began. */
  private static List<SetEnvIf> ofDirectories(State<?> state) {
    List<SetEnvIf> all = state.settings().variables();
    return all.subList(state.host().settings().variables().size(), all.size());
  }

  private List<Outcome<V>> fixup(State<V> state) {
    return Branches.then(
        rewrite.directory(state),
        rewritten -> {
          if (rewritten.status() > 0 || rewritten.state().answer().isPresent()) {
            return List.of(rewritten);
          }
          State<V> so = rewritten.state();
          return Branches.then(
              has("alias") ? alias.directory(so) : Outcome.of(so, Outcome.DECLINED),
              aliased -> aliased.status() > 0 ? List.of(aliased) : index(set(aliased.state())));
        });
  }

  private State<V> set(State<V> state) {
    return has("env") ? variables.setEnv(state) : state;
  }

  private List<Outcome<V>> index(State<V> state) {
    boolean anyHandler = state.settings().core().handler().filter(h -> !h.isEmpty()).isPresent();
    State<V> handled =
        anyHandler
                && state.resource().handler().isEmpty()
                && state.resource().kind() == Resource.Kind.NONE
            ? state.with(state.resource().withHandler(state.settings().core().handler().orElse("")))
            : state;
    return Branches.then(
        has("dir") ? directory.fixup(handled) : Outcome.of(handled, Outcome.DECLINED),
        done -> done.status() > 0 ? List.of(done) : spelled(done.state()));
  }

  private List<Outcome<V>> spelled(State<V> state) {
    return Branches.then(
        has("speling") ? spelling.fixup(state) : Outcome.of(state, Outcome.DECLINED),
        done -> Outcome.of(done.state(), done.status() > 0 ? done.status() : Outcome.OK));
  }

  private boolean has(String module) {
    return configuration.modules().contains(module);
  }
}
