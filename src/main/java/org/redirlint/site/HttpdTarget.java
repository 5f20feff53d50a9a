package org.redirlint.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.redirlint.analysis.search.HttpdSite;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.SingleSlashes;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.parse.httpd.ExpressionReader;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.resolve.httpd.HttpdResolver;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.source.Contents;

/** Makes configurations of httpd ready: server files, and the document root's .htaccess files. */
final class HttpdTarget {

  /** Where Debian's httpd has its files, if nothing else is said. */
  private static final String DEFAULT_ROOT = "/var/www/html";

  private static final int DEEPEST = 32;
  private static final int LARGEST = 1 << 22;
  private static final IncludedFiles NO_FILES =
      (pattern, folder, main) -> new IncludedFiles.Missing(pattern);

  private HttpdTarget() {}

  /** Makes all configurations of httpd ready together; each lone file stands in the same place. */
  static Target of(
      String scope,
      List<LoadedConfiguration> configurations,
      Knowledge knowledge,
      Contents contents) {
    List<LoadedConfiguration> servers =
        configurations.stream().filter(c -> c.main().dialect() == Dialect.HTTPD).toList();
    Map<String, LoadedConfiguration> alone = new HashMap<>();
    configurations.stream()
        .filter(c -> c.main().dialect() == Dialect.HTACCESS)
        .forEach(file -> alone.put("/", file));
    return of(scope, servers, alone, knowledge, contents);
  }

  /**
   * Makes configurations ready.
   *
   * @param scope what they are called
   * @param servers the server's files, together one configuration
   * @param alone {@code .htaccess} files by their place below the document root, as {@code /blog/};
   *     those on disk count instead where it is known
   * @param contents what is in those on disk, and what messages call them
   */
  static Target of(
      String scope,
      List<LoadedConfiguration> servers,
      Map<String, LoadedConfiguration> alone,
      Knowledge knowledge,
      Contents contents) {
    Installation installation =
        new Installation(
            knowledge.httpd().modules(),
            knowledge.httpd().defines(),
            new MappedFiles(knowledge.pathMap()),
            new ExpressionReader());
    Optional<LoadedConfiguration> server = together(servers);
    HttpdConfiguration bare = HttpdResolver.resolve(server, Map.of(), installation).configuration();
    Map<String, Path> folders = folders(bare, knowledge);
    Map<String, LoadedConfiguration> htaccess = new HashMap<>();
    folders.forEach((root, folder) -> find(root, folder, htaccess, contents));
    if (htaccess.isEmpty()) {
      String root = server.isPresent() ? bare.main().documentRoot() : DEFAULT_ROOT;
      alone.forEach(
          (below, file) -> {
            String place = root + "/" + knowledge.httpd().place() + below;
            htaccess.put(SingleSlashes.in(place), file);
          });
    }
    HttpdResult resolved = HttpdResolver.resolve(server, htaccess, installation);
    DiskFacts facts = new DiskFacts(folders, knowledge.clientAddress(), knowledge.serverAddress());
    List<String> files =
        Stream.of(servers, alone.values(), htaccess.values())
            .flatMap(Collection::stream)
            .map(file -> file.main().source().path())
            .distinct()
            .toList();
    return new Target(
        scope, files, new HttpdSite(resolved.configuration()), facts, resolved.problems());
  }

  private static Optional<LoadedConfiguration> together(List<LoadedConfiguration> servers) {
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    List<LoadedDirective> directives = new ArrayList<>();
    servers.forEach(configuration -> directives.addAll(configuration.directives()));
    return Optional.of(new LoadedConfiguration(servers.get(0).main(), directives));
  }

  /** Returns where the server's folders lie here. */
  private static Map<String, Path> folders(HttpdConfiguration configuration, Knowledge knowledge) {
    Map<String, Path> folders = new HashMap<>();
    knowledge.pathMap().mappings().forEach(m -> folders.put(m.from(), m.to()));
    Optional<Path> root = knowledge.documentRoot();
    if (root.isPresent()) {
      TreeSet<String> roots = new TreeSet<>();
      roots.add(configuration.main().documentRoot());
      if (!configuration.hosts().isEmpty()) {
        roots.clear();
        configuration.hosts().forEach(host -> roots.add(host.documentRoot()));
      }
      for (String candidate : roots) {
        if (roots.stream().noneMatch(outer -> candidate.startsWith(outer + "/"))) {
          folders.put(candidate, root.get());
        }
      }
    }
    return folders;
  }

  private static void find(
      String root, Path folder, Map<String, LoadedConfiguration> htaccess, Contents contents) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      for (Path file : files.filter(f -> f.endsWith(".htaccess")).sorted().toList()) {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
          continue;
        }
        Path above = file.getParent();
        String below = above == null ? "" : folder.relativize(above).toString();
        htaccess.put(
            SingleSlashes.in(root + "/" + below + "/"),
            IncludeExpander.load(
                    ConfigurationParser.parse(contents.read(file), Dialect.HTACCESS).document(),
                    NO_FILES)
                .configuration());
      }
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          folder + ": cannot be searched: " + unreadable.getMessage(), unreadable);
    }
  }

  private record MappedFiles(PathMap map) implements Installation.ServerFiles {

    @Override
    public Optional<Boolean> exists(String path) {
      return map.apply(path).map(Files::exists);
    }

    @Override
    public Optional<String> read(String path) {
      Optional<Path> here = map.apply(path).filter(Files::isRegularFile);
      try {
        return here.isPresent() && Files.size(here.get()) <= LARGEST
            ? Optional.of(Files.readString(here.get(), StandardCharsets.ISO_8859_1))
            : Optional.empty();
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }
}
