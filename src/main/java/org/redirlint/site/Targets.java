package org.redirlint.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.source.Contents;

/**
 * Makes each configuration ready on its own: a file with what it includes, or the {@code .htaccess}
 * files below one folder, which belong to one document root.
 */
public final class Targets {

  private static final String ACCESS_FILE = "/.htaccess";

  private Targets() {}

  /** Makes configurations ready, in their order. */
  public static List<Target> of(List<LoadedConfiguration> configurations, Knowledge knowledge) {
    return of(configurations, knowledge, Contents.ON_DISK);
  }

  /**
   * Makes configurations ready, in their order.
   *
   * @param contents what is in the {@code .htaccess} files of a known document root
   */
  public static List<Target> of(
      List<LoadedConfiguration> configurations, Knowledge knowledge, Contents contents) {
    List<Target> targets = new ArrayList<>();
    Map<String, Map<String, LoadedConfiguration>> folders = new LinkedHashMap<>();
    for (LoadedConfiguration configuration : outerFirst(configurations)) {
      String path = configuration.main().source().path();
      Dialect dialect = configuration.main().dialect();
      if (dialect == Dialect.NGINX) {
        targets.add(Target.nginx(configuration, knowledge));
      } else if (dialect == Dialect.HTACCESS && ("/" + path).endsWith(ACCESS_FILE)) {
        String folder = path.substring(0, path.length() - ACCESS_FILE.length() + 1);
        String root = root(folder, folders);
        folders
            .computeIfAbsent(root, unknown -> new HashMap<>())
            .put("/" + folder.substring(root.length()), configuration);
      } else {
        targets.add(HttpdTarget.of(path, List.of(configuration), knowledge, contents));
      }
    }
    folders.forEach(
        (root, files) ->
            targets.add(
                HttpdTarget.of(
                    root.isEmpty() ? "." : root, List.of(), files, knowledge, contents)));
    return targets;
  }

  /** A folder comes before what is in it. */
  private static List<LoadedConfiguration> outerFirst(List<LoadedConfiguration> configurations) {
    return configurations.stream()
        .sorted(
            Comparator.comparingLong(
                c ->
                    c.main().dialect() == Dialect.HTACCESS
                        ? c.main().source().path().chars().filter(ch -> ch == '/').count()
                        : -1))
        .toList();
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
