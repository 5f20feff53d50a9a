package org.redirlint.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.source.Contents;

/**
 * Makes each configuration ready on its own: a file with what it includes, the files of a folder
 * that one server includes, or the {@code .htaccess} files below one folder, which belong to one
 * document root.
 */
public final class Targets {

  private static final String ACCESS_FILE = "/.htaccess";

  private Targets() {}

  /**
   * Makes configurations ready, in their order.
   *
   * @param contents what is in the {@code .htaccess} files of a known document root
   */
  public static List<Target> of(
      List<LoadedConfiguration> configurations, Knowledge knowledge, Contents contents) {
    List<Target> targets = new ArrayList<>();
    for (List<LoadedConfiguration> parts : Fragments.together(configurations)) {
      LoadedConfiguration first = parts.get(0);
      if (first.main().dialect() == Dialect.NGINX) {
        targets.add(Target.nginx(parts, knowledge));
      } else if (!isInFolder(first)) {
        targets.add(HttpdTarget.of(Target.scope(parts), parts, knowledge, contents));
      }
    }
    folders(configurations)
        .forEach(
            (root, files) ->
                targets.add(
                    HttpdTarget.of(
                        root.isEmpty() ? "." : root, List.of(), files, knowledge, contents)));
    return targets;
  }

  /**
   * Returns configurations that know nothing of each other: document roots, where there are no
   * servers that could be theirs.
   */
  public static List<List<LoadedConfiguration>> apart(List<LoadedConfiguration> configurations) {
    return configurations.stream().allMatch(Targets::isInFolder)
        ? folders(configurations).values().stream()
            .map(files -> List.copyOf(files.values()))
            .toList()
        : List.of(configurations);
  }

  /** Returns the {@code .htaccess} files of each document root, by their folders below it. */
  private static Map<String, Map<String, LoadedConfiguration>> folders(
      List<LoadedConfiguration> configurations) {
    Map<String, Map<String, LoadedConfiguration>> folders = new LinkedHashMap<>();
    for (LoadedConfiguration configuration : outerFirst(configurations)) {
      String path = configuration.main().source().path();
      String folder = path.substring(0, path.length() - ACCESS_FILE.length() + 1);
      String root = root(folder, folders);
      folders
          .computeIfAbsent(root, unknown -> new LinkedHashMap<>())
          .put("/" + folder.substring(root.length()), configuration);
    }
    return folders;
  }

  private static boolean isInFolder(LoadedConfiguration configuration) {
    return configuration.main().dialect() == Dialect.HTACCESS
        && ("/" + configuration.main().source().path()).endsWith(ACCESS_FILE);
  }

  /** A folder comes before what is in it. */
  private static List<LoadedConfiguration> outerFirst(List<LoadedConfiguration> configurations) {
    return configurations.stream()
        .filter(Targets::isInFolder)
        .sorted((one, other) -> Long.compare(depth(one), depth(other)))
        .toList();
  }

  private static long depth(LoadedConfiguration configuration) {
    return configuration.main().source().path().chars().filter(ch -> ch == '/').count();
  }

  private static String root(String folder, Map<String, Map<String, LoadedConfiguration>> folders) {
    for (int end = folder.length(); end >= 0; end = folder.lastIndexOf('/', end - 2) + 1) {
      String outer = folder.substring(0, end);
      if (folders.containsKey(outer)) {
        return outer;
      }
      if (end == 0) {
        break;
      }
    }
    return folder;
  }
}
