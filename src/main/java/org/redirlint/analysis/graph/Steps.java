package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redirlint.model.httpd.AliasContext;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.DirectoryContext;
import org.redirlint.model.httpd.ErrorDocument;
import org.redirlint.model.httpd.Htaccess;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.Language;
import org.redirlint.regex.Transducer;
import org.redirlint.source.Origin;

/** Reads what a configuration of httpd has that leads requests on. */
final class Steps {

  /** What lets rules lead on what they may be asked for anyhow. */
  private static final Set<RewriteContext.Option> FOLLOWED =
      Set.of(RewriteContext.Option.ALLOW_NO_SLASH);

  private final HttpdConfiguration configuration;
  private final List<VirtualHost> servers;
  private final List<String> roots;
  private final Environment environment;
  private final Gate gate;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> indexes = new LinkedHashSet<>(DirectoryContext.DEFAULT_INDEX);
  private final LanguageUnion taken = new LanguageUnion();
  private Optional<String> obstacle = Optional.empty();

  private Steps(HttpdConfiguration configuration, Environment environment, Gate gate) {
    this.configuration = configuration;
    this.servers = gate.servers();
    this.environment = environment;
    this.gate = gate;
    this.roots = servers.stream().map(VirtualHost::documentRoot).distinct().toList();
  }

  /** Reads a configuration. */
  static Steps of(HttpdConfiguration configuration, Environment environment, Gate gate) {
    Steps steps = new Steps(configuration, environment, gate);
    steps.read();
    return steps;
  }

  /** Returns the paths of URLs that mod_alias always redirects. */
  LanguageUnion taken() {
    return taken;
  }

  /** Returns all steps. */
  List<Step> all() {
    return List.copyOf(steps);
  }

  /**
   * Returns what keeps the configuration from being understood, a clause; empty if nothing does.
   */
  Optional<String> obstacle() {
    return obstacle;
  }

  private void read() {
    server(configuration.main(), configuration.hosts().isEmpty() ? 0 : Step.ANY_SERVER);
    for (int i = 0; i < configuration.hosts().size(); i++) {
      server(configuration.hosts().get(i), i);
    }
    for (Map.Entry<String, Htaccess> file : configuration.htaccess().entrySet()) {
      settings(file.getValue().settings(), Step.ANY_SERVER, RulePlace.below(folder(file.getKey())));
    }
    if (configuration.modules().contains("dir")) {
      indexes();
      slashes();
    }
  }

  private void unless(boolean understood, String what, Origin origin) {
    if (!understood && obstacle.isEmpty()) {
      obstacle =
          Optional.of(
              what
                  + " (line "
                  + origin.start().line()
                  + " of "
                  + origin.file().path()
                  + ") is not followed");
    }
  }

  /** Returns the path of a folder's URLs, where nothing but one document root leads to it. */
  private Optional<String> folder(String directory) {
    boolean aliases =
        servers.stream().anyMatch(server -> !server.alias().aliases().redirects().isEmpty());
    String root = roots.get(0) + "/";
    return !aliases && roots.size() == 1 && directory.startsWith(root)
        ? Optional.of("/" + directory.substring(root.length()))
        : Optional.empty();
  }

  private void server(VirtualHost server, int number) {
    Origin origin = server.origin();
    unless(server.options().mergeSlashes(), "MergeSlashes Off", origin);
    unless(server.options().virtualDocumentRoot().isEmpty(), "VirtualDocumentRoot", origin);
    unless(
        server.nameScheme().isEmpty() || server.namePort().isEmpty(),
        "the port of a ServerName with a scheme",
        origin);
    rules(server.rewrite(), new RuleReader(number, RulePlace.OF_SERVER, roots, environment, gate));
    alias(server.alias(), number, servers.size() == 1);
    settings(server.settings(), number, RulePlace.ANYWHERE);
    for (Section section : server.directories()) {
      settings(section.settings(), number, place(section));
    }
    for (Section section : server.locations()) {
      settings(section.settings(), number, RulePlace.ANYWHERE);
    }
  }

  private RulePlace place(Section directory) {
    String name = directory.name();
    return directory.pattern().isEmpty() && !directory.wildcard()
        ? RulePlace.below(folder(name.endsWith("/") ? name : name + "/"))
        : RulePlace.ANYWHERE;
  }

  private void settings(Settings settings, int server, RulePlace place) {
    settings
        .obstacle()
        .ifPresent(found -> unless(found.onlyDenies(), found.directive(), found.origin()));
    settings.headers().stream()
        .filter(edit -> edit.name().equalsIgnoreCase("Location"))
        .forEach(edit -> unless(false, "a Header of Location", edit.origin()));
    Origin main = configuration.main().origin();
    CoreSettings core = settings.core();
    unless(core.spelling().filter(spelling -> spelling.enabled()).isEmpty(), "CheckSpelling", main);
    unless(
        settings.rewrite().options().filter(options -> !FOLLOWED.containsAll(options)).isEmpty(),
        "RewriteOptions",
        main);
    unless(settings.directory().indexRedirect().isEmpty(), "DirectoryIndexRedirect", main);
    settings.directory().index().ifPresent(indexes::addAll);
    settings
        .directory()
        .fallback()
        .ifPresent(
            fallback ->
                fallback
                    .resource()
                    .ifPresent(
                        path -> inside(Step.Kind.FALLBACK, fallback.origin(), server, path)));
    // By status: what is supposed of them is told in this order.
    new TreeMap<>(settings.errorDocuments())
        .values()
        .forEach(document -> document(document, server));
    rules(settings.rewrite(), new RuleReader(server, place, roots, environment, gate));
    boolean everywhere = servers.size() == 1 && place.folder().filter("/"::equals).isPresent();
    alias(settings.alias(), server, everywhere);
    for (Section section : settings.files()) {
      settings(section.settings(), server, RulePlace.ANYWHERE);
    }
    for (Section section : settings.conditions()) {
      settings(section.settings(), server, RulePlace.ANYWHERE);
    }
  }

  private void rules(RewriteContext context, RuleReader reader) {
    Optional<List<Step>> read = reader.read(context);
    if (read.isEmpty()) {
      RewriteRule first =
          context.rules().rules().stream()
              .filter(r -> !RuleReader.isSimple(r))
              .findFirst()
              .orElseThrow();
      unless(false, "a flag of a RewriteRule", first.origin());
    }
    read.ifPresent(steps::addAll);
  }

  private void document(ErrorDocument document, int server) {
    if (document.kind() == ErrorDocument.Kind.PATH) {
      inside(Step.Kind.DOCUMENT, document.origin(), server, document.target());
    } else if (document.kind() == ErrorDocument.Kind.URL) {
      steps.add(new AliasReader(server, gate.keepsHost()).read(document));
    }
  }

  private void inside(Step.Kind kind, Origin origin, int server, String path) {
    boolean rooted = path.startsWith("/") && path.indexOf('%') < 0 && path.indexOf('?') < 0;
    Place place = Place.of(rooted ? DecodedPaths.of(Language.of(path)) : DecodedPaths.ALL);
    boolean file = rooted && !path.endsWith("/");
    steps.add(
        new Step(
            kind,
            origin,
            server,
            DecodedPaths.ALL,
            Step.Leads.to(Target.here(file ? place.named(path) : place))));
  }

  /**
   * Reads the redirects of mod_alias.
   *
   * @param everywhere whether they hold for all requests there are
   */
  private void alias(AliasContext alias, int server, boolean everywhere) {
    List<Step> read = new AliasReader(server, gate.keepsHost()).read(alias);
    steps.addAll(read);
    if (everywhere) {
      Set<Origin> exact =
          alias.redirects().redirects().stream()
              .filter(redirect -> redirect.pattern().isEmpty())
              .map(Redirect::origin)
              .collect(Collectors.toSet());
      read.stream()
          .filter(step -> exact.contains(step.origin()))
          .forEach(step -> taken.add(step.paths()));
    }
  }

  /** mod_dir leads from a directory to its index. */
  private void indexes() {
    for (String index : indexes) {
      Step.Leads leads =
          index.startsWith("/")
              ? Step.Leads.to(Target.here(Place.of(DecodedPaths.of(Language.of(index)))))
              : arrival -> Target.here(index(arrival, index));
      steps.add(
          new Step(
              Step.Kind.INDEX,
              configuration.main().origin(),
              Step.ANY_SERVER,
              DecodedPaths.FOLDERS,
              leads));
    }
  }

  private static Place index(Arrival arrival, String name) {
    Language led = arrival.uri().image(Transducer.between("", name));
    return Place.of(DecodedPaths.of(led));
  }

  /** mod_dir adds a slash to the URL of a directory. */
  private void slashes() {
    Language files = DecodedPaths.ALL.minus(DecodedPaths.FOLDERS);
    OptionalInt host = gate.keepsHost() ? OptionalInt.of(0) : OptionalInt.empty();
    Lengthening slash = new Lengthening(OptionalInt.of(1), OptionalInt.of(1), host);
    for (int i = 0; i < servers.size(); i++) {
      steps.add(
          new Step(
              Step.Kind.SLASH,
              servers.get(i).origin(),
              i,
              files,
              Conditions.NONE,
              this::slash,
              slash,
              Language.NONE,
              Barriers.NONE));
    }
  }

  private Target slash(Arrival arrival) {
    Language folders = arrival.uri().concatenate(Language.of("/"));
    return Target.here(Place.of(folders).ofDirectories().asking(arrival.place().query()))
        .within(arrival.hosts().union(gate.ownNames()));
  }
}
