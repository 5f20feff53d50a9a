package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.redirlint.analysis.graph.RuleReader.Inner;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.AliasContext;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.DirectoryContext;
import org.redirlint.model.httpd.ErrorDocument;
import org.redirlint.model.httpd.Htaccess;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.Language;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * Proves a configuration of httpd free of loops by the redirects that are written in it: none leads
 * to itself in the end. What is on the disk does not matter, but that what a rule leads to by name
 * is a file.
 */
public final class HttpdGraph {

  private final HttpdConfiguration configuration;
  private final List<VirtualHost> servers;
  private final List<Redirection> redirections = new ArrayList<>();
  private final List<Redirection> slashes = new ArrayList<>();
  private final List<Inner> inner = new ArrayList<>();
  private Language taken = Language.NONE;
  private final Set<String> indexes = new HashSet<>(DirectoryContext.DEFAULT_INDEX);
  private boolean understood = true;
  private boolean asksHosts;

  private HttpdGraph(HttpdConfiguration configuration) {
    this.configuration = configuration;
    this.servers =
        configuration.hosts().isEmpty() ? List.of(configuration.main()) : configuration.hosts();
  }

  /**
   * Returns how many redirects in a row lead back at most; empty if that does not follow from what
   * is written.
   *
   * @param hosts further hosts that lead back, in lower case
   * @param elsewhere hosts that lead elsewhere, in lower case
   */
  public static OptionalInt longestChain(
      HttpdConfiguration configuration, Set<String> hosts, Set<String> elsewhere) {
    try {
      HttpdGraph graph = new HttpdGraph(configuration);
      graph.read();
      return graph.understood ? graph.longestChain(hosts, elsewhere) : OptionalInt.empty();
    } catch (LanguageTooLargeException tooLarge) {
      return OptionalInt.empty();
    }
  }

  private OptionalInt longestChain(Set<String> hosts, Set<String> elsewhere) {
    Predicate<String> foreign =
        host ->
            elsewhere.contains(host)
                || (!asksHosts
                    && !hosts.contains(host)
                    && servers.stream().noneMatch(server -> Gate.mayBeNamed(server, host)));
    List<Redirection> all = new ArrayList<>(slashes);
    redirections.forEach(redirection -> all.add(widened(redirection)));
    return new RedirectGraph(all, new Gate(servers, foreign)).longestChain();
  }

  private void read() {
    server(configuration.main(), configuration.hosts().isEmpty() ? 0 : Redirection.ANY_SERVER);
    for (int i = 0; i < configuration.hosts().size(); i++) {
      server(configuration.hosts().get(i), i);
    }
    for (Map.Entry<String, Htaccess> file : configuration.htaccess().entrySet()) {
      settings(file.getValue().settings(), Redirection.ANY_SERVER, folder(file.getKey()));
    }
    slashes();
  }

  /** Returns the path of a folder's URLs, where nothing but one document root leads to it. */
  private Optional<String> folder(String directory) {
    boolean aliases =
        servers.stream().anyMatch(server -> !server.alias().aliases().redirects().isEmpty());
    List<String> roots = servers.stream().map(VirtualHost::documentRoot).distinct().toList();
    String root = roots.get(0) + "/";
    return !aliases && roots.size() == 1 && directory.startsWith(root)
        ? Optional.of("/" + directory.substring(root.length()))
        : Optional.empty();
  }

  private void server(VirtualHost server, int number) {
    understood &= server.options().mergeSlashes();
    understood &= server.options().virtualDocumentRoot().isEmpty();
    understood &= server.nameScheme().isEmpty();
    rules(server.rewrite(), new RuleReader(number, Optional.of("")));
    alias(server.alias(), number, servers.size() == 1);
    settings(server.settings(), number, Optional.empty());
    for (Section section : server.directories()) {
      boolean plain = section.pattern().isEmpty() && !section.wildcard();
      Optional<String> folder =
          plain
              ? folder(section.name().endsWith("/") ? section.name() : section.name() + "/")
              : Optional.empty();
      settings(section.settings(), number, folder);
    }
    for (Section section : server.locations()) {
      understood &= section.settings().rewrite().rules().rules().isEmpty();
      settings(section.settings(), number, Optional.empty());
    }
  }

  private void settings(Settings settings, int server, Optional<String> folder) {
    understood &= settings.obstacle().isEmpty();
    understood &=
        settings.headers().stream().noneMatch(edit -> edit.name().equalsIgnoreCase("Location"));
    understood &= settings.core().encodedSlashes().isEmpty();
    understood &= settings.core().spelling().filter(spelling -> spelling.enabled()).isEmpty();
    understood &= settings.core().options().filter(HttpdGraph::negotiates).isEmpty();
    understood &= settings.rewrite().options().filter(options -> !options.isEmpty()).isEmpty();
    understood &= settings.directory().indexRedirect().isEmpty();
    settings.directory().index().ifPresent(indexes::addAll);
    settings
        .directory()
        .fallback()
        .flatMap(DirectoryContext.Fallback::resource)
        .ifPresent(this::leadsInside);
    settings.errorDocuments().values().forEach(document -> document(document, server));
    rules(settings.rewrite(), new RuleReader(server, folder));
    boolean everywhere = servers.size() == 1 && folder.filter("/"::equals).isPresent();
    alias(settings.alias(), server, everywhere);
    for (Section section : settings.files()) {
      settings(section.settings(), server, Optional.empty());
    }
    for (Section section : settings.conditions()) {
      asksHosts = true;
      settings(section.settings(), server, Optional.empty());
    }
  }

  private static boolean negotiates(CoreSettings.Options options) {
    return options.added().contains(CoreSettings.Option.MULTI_VIEWS)
        || options.absolute().orElse(Set.of()).contains(CoreSettings.Option.MULTI_VIEWS);
  }

  private void rules(RewriteContext context, RuleReader reader) {
    for (RewriteRule rule : context.rules().rules()) {
      for (RewriteCond condition : rule.conditions()) {
        String test = condition.test().toString();
        asksHosts |= test.contains("HOST") || test.contains("SERVER_NAME") || test.isEmpty();
      }
    }
    Optional<RuleReader.Rules> rules = reader.read(context);
    understood &= rules.isPresent();
    rules.ifPresent(
        read -> {
          understood &= read.inner().stream().allMatch(Inner::once);
          redirections.addAll(read.redirections());
          inner.addAll(read.inner());
        });
  }

  /** An internal redirect to a path leads there from anywhere. */
  private void leadsInside(String path) {
    Language to = path.startsWith("/") ? DecodedPaths.of(Language.of(path)) : DecodedPaths.ALL;
    inner.add(new Inner(DecodedPaths.ALL, to, true));
  }

  private void document(ErrorDocument document, int server) {
    if (document.kind() == ErrorDocument.Kind.PATH) {
      leadsInside(document.target());
    } else if (document.kind() == ErrorDocument.Kind.URL) {
      redirections.add(
          new Redirection(
              document.origin(),
              server,
              DecodedPaths.ALL,
              List.of(),
              target(document.target(), true)));
    }
  }

  /**
   * Reads the redirects of mod_alias.
   *
   * @param everywhere whether they hold for all requests there are
   */
  private void alias(AliasContext alias, int server, boolean everywhere) {
    for (Redirect redirect : alias.redirects().redirects()) {
      if (redirect.leads()) {
        Redirection redirection = redirection(redirect, server);
        redirections.add(redirection);
        if (everywhere && redirect.pattern().isEmpty()) {
          taken = taken.union(redirection.paths());
        }
      }
    }
    alias
        .redirect()
        .filter(located -> located.status() >= 300 && located.status() < 400)
        .ifPresent(
            located ->
                redirections.add(
                    new Redirection(
                        located.origin(), server, DecodedPaths.ALL, List.of(), Target.anywhere())));
  }

  private static Redirection redirection(Redirect redirect, int server) {
    if (redirect.pattern().isPresent()) {
      Language paths = redirect.pattern().get().match(DecodedPaths.ALL).matching();
      Target target = target(redirect.target().orElse(""), true);
      return new Redirection(redirect.origin(), server, paths, List.of(), target);
    }
    String prefix = redirect.prefix().replaceAll("/{2,}", "/");
    boolean below = !prefix.endsWith("/");
    Language begun =
        below
            ? Language.startingWith(prefix + "/").union(Language.of(prefix))
            : Language.startingWith(prefix);
    Language paths = DecodedPaths.ALL.intersect(begun);
    Target target = target(redirect.target().orElse(""), false);
    Language rest = below ? DecodedPaths.ALL.union(Language.of("")) : DecodedPaths.RELATIVE;
    boolean host = redirect.target().filter(HttpdGraph::endsWithHost).isPresent();
    Target whole =
        host && !below
            ? Target.anywhere()
            : new Target(
                target.schemes(),
                target.sameScheme(),
                target.host(),
                target.port(),
                DecodedPaths.of(target.paths().concatenate(rest)));
    return new Redirection(redirect.origin(), server, paths, List.of(), whole);
  }

  private static boolean endsWithHost(String url) {
    int authority = url.indexOf("://");
    return authority >= 0 && url.indexOf('/', authority + 3) < 0;
  }

  /** Returns where a written URL leads; what stands for captures may be anything. */
  private static Target target(String written, boolean captures) {
    int capture = captures ? written.indexOf('$') : -1;
    String plain = capture < 0 ? written : written.substring(0, capture);
    if (capture >= 0 && (endsWithHost(plain) || !plain.contains("/"))) {
      return Target.anywhere();
    }
    boolean odd = plain.indexOf('%') >= 0 || plain.indexOf('#') >= 0 || plain.indexOf('?') >= 0;
    Language tail = capture < 0 && !odd ? Language.of("") : Language.ALL;
    Optional<Url> url = Url.parse(plain);
    if (url.isPresent()) {
      Language path = Language.of(odd ? "/" : url.get().target()).concatenate(tail);
      return Target.at(
          url.get().scheme(), url.get().host(), url.get().port(), DecodedPaths.of(path));
    }
    return plain.startsWith("/") && !plain.startsWith("//")
        ? Target.here(DecodedPaths.of(Language.of(odd ? "/" : plain).concatenate(tail)))
        : Target.anywhere();
  }

  /** mod_dir adds a slash to the URL of a directory. What rules lead to by name is no directory. */
  private void slashes() {
    if (!configuration.modules().contains("dir")) {
      return;
    }
    boolean named = inner.stream().allMatch(rule -> isFile(rule.to()));
    Language paths =
        named ? DecodedPaths.ALL.minus(DecodedPaths.FOLDERS).minus(taken) : DecodedPaths.ALL;
    Language folders = named ? paths.concatenate(Language.of("/")) : DecodedPaths.FOLDERS;
    for (int i = 0; i < servers.size(); i++) {
      slashes.add(
          new Redirection(servers.get(i).origin(), i, paths, List.of(), Target.here(folders)));
    }
  }

  /** Tells whether a rule leads to one path alone, which is that of a file. */
  private static boolean isFile(Language to) {
    return to.texts(1)
        .filter(paths -> paths.stream().noneMatch(path -> path.endsWith("/")))
        .isPresent();
  }

  /**
   * A redirect is also taken where the server has led to its path by itself, from any other one or
   * from a directory to its index.
   */
  private Redirection widened(Redirection redirection) {
    Language paths = redirection.paths();
    for (Inner rule : inner) {
      if (rule.to().meets(redirection.paths())) {
        paths = DecodedPaths.ALL;
      }
    }
    for (String index : indexes) {
      Language led =
          index.startsWith("/")
              ? redirection.paths().contains(index) ? DecodedPaths.FOLDERS : Language.NONE
              : redirection.paths().preimage(Transducer.between("", index));
      paths = paths.union(led.intersect(DecodedPaths.FOLDERS));
    }
    return new Redirection(
        redirection.origin(),
        redirection.server(),
        paths,
        redirection.conditions(),
        redirection.target());
  }
}
