package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.ErrorDocument;
import org.redirlint.model.httpd.Htaccess;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.PrefixIndex;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.model.httpd.RuleList;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.TlsEngine;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.httpd.HttpdSimulator;
import org.redirlint.semantics.httpd.HttpdSystem;
import org.redirlint.source.Origin;

/** A configuration of httpd. */
public record HttpdSite(HttpdConfiguration configuration) implements Site {

  private static final int MOST_NAMES = 3;

  /** {@code RewriteEngine On}, and nothing else. */
  private static final Settings OWN_RULES =
      new Settings(
          Settings.NONE.core(),
          new RewriteContext(
              Optional.of(true),
              Optional.empty(),
              Optional.empty(),
              RuleList.EMPTY,
              Optional.empty()),
          Settings.NONE.alias(),
          Settings.NONE.directory(),
          Settings.NONE.access(),
          List.of(),
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty());

  @Override
  public <V> TransitionSystem<V, ?> system(Domain<V> domain, Facts facts) {
    return new HttpdSystem<>(domain, facts, configuration);
  }

  @Override
  public Simulator simulator(Facts facts, Strings strings) {
    return new HttpdSimulator(configuration, facts, strings);
  }

  private List<VirtualHost> servers() {
    return configuration.hosts().isEmpty() ? List.of(configuration.main()) : configuration.hosts();
  }

  @Override
  public List<Entrance> entrances() {
    Set<Entrance> entrances = new LinkedHashSet<>();
    servers().forEach(server -> entrances.addAll(entrances(server)));
    return List.copyOf(entrances);
  }

  private static List<Entrance> entrances(VirtualHost server) {
    Entrance plain = new Entrance("http", 80);
    Entrance secure = new Entrance("https", 443);
    if (server.addresses().isEmpty()) {
      return server.tls() == TlsEngine.UNKNOWN
          ? List.of(plain, secure)
          : List.of(server.tls() == TlsEngine.ON ? secure : plain);
    }
    Entrance usual = server.tls() == TlsEngine.ON ? secure : plain;
    return server.addresses().stream()
        .map(address -> address.port() == 0 ? usual : new Entrance(usual.scheme(), address.port()))
        .distinct()
        .toList();
  }

  @Override
  public Seeds seeds() {
    Seeds seeds = new Seeds();
    for (VirtualHost server : servers()) {
      List<String> hosts = hosts(server);
      seeds.everywhere(hosts, entrances(server));
      for (Entrance entrance : entrances(server)) {
        Place place = new Place(entrance, hosts.get(0), "/", seeds);
        place.rules(server.rewrite().rules().rules());
        place.redirects(server.alias().redirects().redirects());
        server.locations().forEach(place::section);
        for (Section section : server.directories()) {
          for (String base : FolderBases.of(section, server)) {
            new Place(entrance, hosts.get(0), base, seeds).settings(section.settings());
          }
        }
        for (Map.Entry<String, Htaccess> file : configuration.htaccess().entrySet()) {
          String root = server.documentRoot() + "/";
          if (file.getKey().startsWith(root)) {
            String base = "/" + file.getKey().substring(root.length());
            new Place(entrance, hosts.get(0), base, seeds).settings(file.getValue().settings());
          }
        }
      }
    }
    return seeds;
  }

  private static List<String> hosts(VirtualHost server) {
    List<String> hosts = new ArrayList<>();
    server.name().ifPresent(hosts::add);
    for (String alias : server.aliases()) {
      if (hosts.size() < MOST_NAMES) {
        hosts.add(alias.replace("*", "www").replace("?", "a"));
      }
    }
    return hosts.isEmpty() ? List.of(Seeds.ANY_HOST) : hosts;
  }

  /** Where directives stand. */
  private record Place(Entrance entrance, String host, String base, Seeds seeds) {

    void section(Section section) {
      if (section.kind() == Section.Kind.LOCATION && section.pattern().isEmpty()) {
        seeds.url(entrance, host, section.name());
        seeds.url(entrance, host, section.name() + "/a");
      }
      settings(section.settings());
    }

    void settings(Settings settings) {
      seeds.url(entrance, host, base);
      seeds.url(entrance, host, base + "a");
      rules(settings.rewrite().rules().rules());
      redirects(settings.alias().redirects().redirects());
      if (settings.alias().redirect().isPresent() || redirectsErrors(settings)) {
        seeds.sources().anything();
      }
      settings.files().forEach(section -> file(section));
      settings.conditions().forEach(section -> settings(section.settings()));
    }

    private static boolean redirectsErrors(Settings settings) {
      return settings.errorDocuments().values().stream()
          .anyMatch(document -> document.kind() == ErrorDocument.Kind.URL);
    }

    private void file(Section section) {
      if (section.pattern().isEmpty()) {
        seeds.url(entrance, host, base + section.name().replace("*", "a").replace("?", "a"));
      }
      settings(section.settings());
    }

    void rules(List<RewriteRule> rules) {
      for (RewriteRule rule : rules) {
        if (rule.substitution().isEmpty()) {
          continue;
        }
        PrefixIndex.Key key = PrefixIndex.Key.of(rule.pattern());
        if (rule.negated() || key.prefix().isEmpty()) {
          seeds.sources().anything();
          continue;
        }
        String path = key.prefix().startsWith("/") ? key.prefix() : base + key.prefix();
        seeds.redirection(entrance, host, path, target(rule));
        if (asksForTheQuery(rule)) {
          seeds.url(entrance, host, path + Seeds.QUERY);
        }
        if (key.whole() && !key.ignoreCase()) {
          seeds.sources().path(path);
        } else {
          String text = key.ignoreCase() ? path.toLowerCase(Locale.ROOT) : path;
          seeds.sources().pattern(new PrefixIndex.Key(text, key.whole(), key.ignoreCase()));
        }
      }
    }

    /** Without a query there is nothing that a condition could be turned by. */
    private static boolean asksForTheQuery(RewriteRule rule) {
      return rule.conditions().stream()
          .flatMap(condition -> condition.test().parts().stream())
          .anyMatch(part -> part instanceof Variable name && name.name().equals("QUERY_STRING"));
    }

    /** What depends on conditions, or stays inside the server, is not written. */
    private static Optional<String> target(RewriteRule rule) {
      return rule.conditions().isEmpty() && rule.has(Switch.REDIRECT) && rule.has(Switch.LAST)
          ? rule.substitution().flatMap(Redirection::target)
          : Optional.empty();
    }

    void redirects(List<Redirect> redirects) {
      boolean few = redirects.size() < 200;
      for (Redirect redirect : redirects) {
        if (redirect.pattern().isEmpty()) {
          String prefix = redirect.prefix();
          seeds.redirection(entrance, host, prefix, redirect.target());
          seeds.sources().folder(prefix);
          if (few) {
            seeds.url(entrance, host, prefix + (prefix.endsWith("/") ? "a" : "/a"));
          }
        } else {
          seeds.sources().pattern(PrefixIndex.Key.of(redirect.pattern().get()));
        }
      }
    }
  }

  @Override
  public Set<String> roots() {
    Set<String> roots = new HashSet<>();
    for (VirtualHost server : servers()) {
      roots.add(server.documentRoot());
      server.directories().stream().flatMap(HttpdSite::folder).forEach(roots::add);
    }
    configuration
        .htaccess()
        .keySet()
        .forEach(folder -> roots.add(folder.substring(0, folder.length() - 1)));
    return roots;
  }

  @Override
  public Set<String> indices() {
    return Stream.concat(
            servers().stream()
                .flatMap(
                    host ->
                        Stream.of(
                                Stream.of(host.settings()),
                                host.directories().stream().map(Section::settings),
                                host.locations().stream().map(Section::settings))
                            .flatMap(settings -> settings)),
            configuration.htaccess().values().stream().map(Htaccess::settings))
        .flatMap(settings -> settings.directory().index().stream())
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever says something of a folder has it. */
  private static Stream<String> folder(Section section) {
    String name = section.name();
    boolean named = section.kind() == Section.Kind.DIRECTORY && section.pattern().isEmpty();
    return named && name.length() > 1 && !name.matches(".*[*?\\[].*")
        ? Stream.of(name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
        : Stream.empty();
  }

  @Override
  public boolean nameless() {
    return servers().stream().allMatch(host -> host.name().isEmpty() && host.aliases().isEmpty());
  }

  /** Where one folder has a {@code .htaccess}, others below it may have one, too. */
  @Override
  public Optional<Site> withOwnRules(String folder) {
    String place = folder + "/";
    boolean below = configuration.htaccess().keySet().stream().anyMatch(place::startsWith);
    if (!below || configuration.htaccess().containsKey(place)) {
      return Optional.empty();
    }
    Origin origin = configuration.htaccess().values().iterator().next().origin();
    Map<String, Htaccess> files = new HashMap<>(configuration.htaccess());
    files.put(place, new Htaccess(origin, OWN_RULES, List.of(), Optional.empty()));
    return Optional.of(
        new HttpdSite(
            new HttpdConfiguration(
                configuration.main(), configuration.hosts(), files, configuration.modules())));
  }

  @Override
  public boolean knowsServers() {
    return configuration.main().tls() != TlsEngine.UNKNOWN;
  }
}
