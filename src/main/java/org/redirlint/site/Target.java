package org.redirlint.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redirlint.analysis.search.NginxSite;
import org.redirlint.analysis.search.Site;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Problem;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.resolve.nginx.NginxResolver;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Simulator;
import org.redirlint.source.Contents;

/**
 * A configuration made ready to answer requests.
 *
 * @param scope what it is called: a file, or the folder of a document root
 * @param files the paths of its files, without those they include
 * @param site the server
 * @param facts what is known of the world around it
 * @param problems what the server would refuse of the configuration
 * @param behind whether the servers in front of it are given as well
 */
public record Target(
    String scope,
    List<String> files,
    Site site,
    Facts facts,
    List<Problem> problems,
    boolean behind) {

  /** Takes a configuration whose servers in front, if there are any, are not given. */
  Target(String scope, List<String> files, Site site, Facts facts, List<Problem> problems) {
    this(scope, files, site, facts, problems, false);
  }

  /** How many files are called by name. */
  private static final int MOST_NAMED = 3;

  public Target {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Returns the same configuration, whether the servers in front of it are given or not. */
  Target behind(boolean given) {
    return given == behind ? this : new Target(scope, files, site, facts, problems, given);
  }

  /** Returns what answers requests. */
  public Simulator simulator() {
    return site.simulator(facts);
  }

  /**
   * Makes the configurations ready. Files that are no whole configuration count as included by one.
   *
   * @param contents what is in the {@code .htaccess} files of a known document root
   * @throws IllegalArgumentException if there is none, or one that cannot be traced
   */
  public static Target of(
      List<LoadedConfiguration> configurations, Knowledge knowledge, Contents contents) {
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("there is no configuration to trace");
    }
    if (configurations.stream().noneMatch(c -> c.main().dialect() == Dialect.NGINX)) {
      return HttpdTarget.of(scope(configurations), configurations, knowledge, contents);
    }
    if (configurations.stream().anyMatch(c -> c.main().dialect() != Dialect.NGINX)) {
      throw new IllegalArgumentException(
          "there are configurations of nginx and of httpd: name those of one of them");
    }
    return nginx(chosen(configurations), knowledge);
  }

  /** Returns what files are called together. */
  static String scope(List<LoadedConfiguration> configurations) {
    List<String> paths = paths(configurations);
    String first = paths.get(0);
    return paths.size() <= MOST_NAMED
        ? String.join(", ", paths)
        : first + " and " + (paths.size() - 1) + " files beside it";
  }

  private static List<String> paths(List<LoadedConfiguration> configurations) {
    return configurations.stream().map(c -> c.main().source().path()).toList();
  }

  /** Makes configurations of nginx ready that are parts of one. */
  static Target nginx(List<LoadedConfiguration> parts, Knowledge knowledge) {
    NginxResult resolved = NginxResolver.resolve(together(parts));
    NginxConfiguration configuration = resolved.configuration();
    DiskFacts facts =
        new DiskFacts(
            folders(configuration, knowledge),
            knowledge.clientAddress(),
            knowledge.serverAddress());
    return new Target(
        scope(parts), paths(parts), new NginxSite(configuration), facts, resolved.problems());
  }

  private static List<LoadedConfiguration> chosen(List<LoadedConfiguration> configurations) {
    List<LoadedConfiguration> whole =
        configurations.stream()
            .filter(c -> c.directives().stream().anyMatch(d -> d.name().equals("http")))
            .toList();
    return whole.isEmpty() ? configurations : whole;
  }

  private static LoadedConfiguration together(List<LoadedConfiguration> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<LoadedDirective> directives = new ArrayList<>();
    parts.forEach(configuration -> directives.addAll(configuration.directives()));
    return new LoadedConfiguration(parts.get(0).main(), directives);
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
    TreeSet<String> roots =
        configuration.servers().stream()
            .flatMap(Server::scopes)
            .map(scope -> scope.settings().root())
            .filter(root -> root.alias() == Alias.NONE && root.path().isLiteral())
            .map(root -> root.path().literalPrefix())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> outermost = new ArrayList<>();
    for (String root : roots) {
      if (outermost.stream().noneMatch(outer -> root.startsWith(outer + "/"))) {
        outermost.add(root);
      }
    }
    return outermost;
  }
}
