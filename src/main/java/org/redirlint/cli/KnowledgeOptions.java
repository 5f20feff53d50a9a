package org.redirlint.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell what a configuration does not: the same for every command. */
final class KnowledgeOptions {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--docroot",
      paramLabel = "DIR",
      description = "The folder here that holds the files of the document root.")
  @Nullable Path documentRoot;

  @Option(
      names = "--at",
      paramLabel = "PLACE",
      description =
          "Where a lone .htaccess file stands below the document root, as in /blog/. (Default: /)",
      defaultValue = "/")
  String place = "/";

  @Option(
      names = "--modules",
      paramLabel = "NAME",
      split = ",",
      description = "The modules httpd has loaded, in place of the usual ones.")
  @Nullable List<String> modules;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "A further module httpd has loaded. Repeatable.")
  List<String> moreModules = List.of();

  @Option(
      names = "--define",
      paramLabel = "NAME[=VALUE]",
      description = "What is defined at httpd's command line. Repeatable.")
  List<String> defines = List.of();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "A name that leads back to this configuration; the names it serves and that of the URL"
              + " always do. Repeatable.")
  List<String> hosts = List.of();

  @Option(names = "--client", paramLabel = "ADDRESS", description = "The client's IP address.")
  @Nullable String client;

  @Option(
      names = "--path-map",
      paramLabel = "FROM=TO",
      description =
          "Where a folder the configuration names lies here, as in /srv/www=public. Repeatable.")
  List<String> pathMap = List.of();

  @Option(
      names = "--tls-upstream",
      description =
          "TLS ends before this server: it sees plain HTTP and the header X-Forwarded-Proto.")
  boolean tlsUpstream;

  /** Returns what is known. */
  Knowledge knowledge() {
    return new Knowledge(
        Optional.ofNullable(documentRoot),
        new PathMap(pathMap.stream().map(this::mapping).toList()),
        Optional.ofNullable(client),
        Optional.empty(),
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        tlsUpstream,
        httpd());
  }

  private Knowledge.Httpd httpd() {
    Set<String> loaded = new HashSet<>(Installation.USUAL_MODULES);
    if (modules != null) {
      loaded.retainAll(Installation.BUILT_IN);
      modules.forEach(name -> loaded.add(Installation.moduleName(name)));
    }
    moreModules.forEach(name -> loaded.add(Installation.moduleName(name)));
    Map<String, String> defined = new HashMap<>();
    for (String define : defines) {
      int equals = define.indexOf('=');
      defined.put(
          equals < 0 ? define : define.substring(0, equals),
          equals < 0 ? "" : define.substring(equals + 1));
    }
    return new Knowledge.Httpd(loaded, defined, place);
  }

  private PathMap.Mapping mapping(String text) {
    try {
      return PathMap.Mapping.parse(text);
    } catch (IllegalArgumentException notMapping) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--path-map': " + notMapping.getMessage());
    }
  }
}
