package org.redirlint.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Problem;
import org.redirlint.lint.PathMap;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.Settings.Root;
import org.redirlint.resolve.nginx.NginxResolver;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.nginx.NginxSimulator;

/**
 * A configuration made ready to answer requests.
 *
 * @param simulator what answers
 * @param problems what the server would refuse of the configuration
 */
public record TraceTarget(Simulator simulator, List<Problem> problems) {

  public TraceTarget {
    problems = List.copyOf(problems);
  }

  /**
   * What is known besides the configuration.
   *
   * @param documentRoot the folder that stands for every document root
   * @param pathMap where the server's folders lie here
   * @param clientAddress the client's address
   * @param serverAddress the address the client reaches the server at
   * @param httpd what is known of an httpd
   */
  public record Knowledge(
      Optional<Path> documentRoot,
      PathMap pathMap,
      Optional<String> clientAddress,
      Optional<String> serverAddress,
      Httpd httpd) {}

  /**
   * What is known of an httpd.
   *
   * @param modules the modules that are loaded
   * @param defines what is defined at its command line
   * @param place where a lone {@code .htaccess} file stands below the document root
   */
  public record Httpd(Set<String> modules, Map<String, String> defines, String place) {
    /** Takes copies. */
    public Httpd {
      modules = Set.copyOf(modules);
      defines = Map.copyOf(defines);
    }
  }

  /**
   * Makes the configurations ready. Files that are no whole configuration count as included by one.
   *
   * @throws IllegalArgumentException if there is none, or one that cannot be traced
   */
  public static TraceTarget of(List<LoadedConfiguration> configurations, Knowledge knowledge) {
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("there is no configuration to trace");
    }
    if (configurations.stream().noneMatch(c -> c.main().dialect() == Dialect.NGINX)) {
      return HttpdTarget.of(configurations, knowledge);
    }
    if (configurations.stream().anyMatch(c -> c.main().dialect() != Dialect.NGINX)) {
      throw new IllegalArgumentException(
          "there are configurations of nginx and of httpd: name those of one of them");
    }
    NginxResult resolved = NginxResolver.resolve(together(configurations));
    NginxConfiguration configuration = resolved.configuration();
    DiskFacts facts =
        new DiskFacts(
            folders(configuration, knowledge),
            knowledge.clientAddress(),
            knowledge.serverAddress());
    return new TraceTarget(new NginxSimulator(configuration, facts), resolved.problems());
  }

  private static LoadedConfiguration together(List<LoadedConfiguration> configurations) {
    List<LoadedConfiguration> whole =
        configurations.stream()
            .filter(c -> c.directives().stream().anyMatch(d -> d.name().equals("http")))
            .toList();
    List<LoadedDirective> directives = new ArrayList<>();
    List<LoadedConfiguration> chosen = whole.isEmpty() ? configurations : whole;
    chosen.forEach(configuration -> directives.addAll(configuration.directives()));
    return new LoadedConfiguration(chosen.get(0).main(), directives);
  }

  private static Map<String, Path> folders(NginxConfiguration configuration, Knowledge knowledge) {
    Map<String, Path> folders = new HashMap<>();
    knowledge
        .documentRoot()
        .ifPresent(
            folder -> outermostRoots(configuration).forEach(root -> folders.put(root, folder)));
    knowledge.pathMap().mappings().forEach(m -> folders.put(m.from(), m.to()));
    return folders;
  }

  /** Returns the document roots that lie in no other one. */
  private static List<String> outermostRoots(NginxConfiguration configuration) {
    TreeSet<String> roots = new TreeSet<>();
    configuration.servers().forEach(server -> collect(server, roots));
    List<String> outermost = new ArrayList<>();
    for (String root : roots) {
      if (outermost.stream().noneMatch(outer -> root.startsWith(outer + "/"))) {
        outermost.add(root);
      }
    }
    return outermost;
  }

  private static void collect(Server server, TreeSet<String> roots) {
    collect(server.scope(), roots);
    server.namedLocations().values().forEach(named -> collect(named.scope(), roots));
  }

  private static void collect(Scope scope, TreeSet<String> roots) {
    Root root = scope.settings().root();
    if (root.alias() == Alias.NONE && root.path().isLiteral()) {
      roots.add(root.path().literalPrefix());
    }
    for (Location location : scope.locations().all()) {
      collect(location.scope(), roots);
    }
  }
}
