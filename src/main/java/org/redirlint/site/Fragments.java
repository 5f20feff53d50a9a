package org.redirlint.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;

/**
 * Finds files that are parts of one server's configuration: those of one folder, like {@code
 * conf.d} or {@code sites-enabled}, that hold servers, but nothing of the main file that includes
 * them. Files in which the same name is served twice are of different servers, examples mostly.
 */
final class Fragments {

  /** What stands in main files alone. */
  private static final Set<String> OF_MAIN =
      Set.of(
          "http",
          "events",
          "stream",
          "mail",
          "worker_processes",
          "load_module",
          "serverroot",
          "loadmodule",
          "pidfile");

  private static final Set<String> SHARED = Set.of("map", "geo", "split_clients", "upstream");

  private Fragments() {}

  private record Folder(Dialect dialect, String path) {}

  /** Returns the configurations of servers, in their order; those of one server stand together. */
  static List<List<LoadedConfiguration>> together(List<LoadedConfiguration> configurations) {
    Map<Folder, List<LoadedConfiguration>> fragments = new LinkedHashMap<>();
    for (LoadedConfiguration configuration : configurations) {
      if (isFragment(configuration)) {
        fragments.computeIfAbsent(folder(configuration), f -> new ArrayList<>()).add(configuration);
      }
    }
    fragments.values().removeIf(parts -> parts.size() < 2 || !fit(parts));
    List<List<LoadedConfiguration>> together = new ArrayList<>();
    for (LoadedConfiguration configuration : configurations) {
      List<LoadedConfiguration> parts =
          isFragment(configuration)
              ? fragments.getOrDefault(folder(configuration), List.of(configuration))
              : List.of(configuration);
      if (parts.get(0).equals(configuration)) {
        together.add(parts);
      }
    }
    return together;
  }

  private static Folder folder(LoadedConfiguration configuration) {
    String path = configuration.main().source().path();
    return new Folder(configuration.main().dialect(), path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static boolean isFragment(LoadedConfiguration configuration) {
    List<LoadedDirective> directives = configuration.directives();
    boolean nginx = configuration.main().dialect() == Dialect.NGINX;
    return directives.stream().noneMatch(d -> OF_MAIN.contains(name(d)))
        && (nginx
            ? directives.stream().allMatch(d -> isServer(d) || SHARED.contains(d.name()))
                && !directives.isEmpty()
            : directives.stream().anyMatch(Fragments::isServer));
  }

  private static String name(LoadedDirective directive) {
    return directive.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isServer(LoadedDirective directive) {
    return Set.of("server", "<virtualhost", "virtualhost").contains(name(directive));
  }

  /** No name is served twice at an address. */
  private static boolean fit(List<LoadedConfiguration> parts) {
    Set<String> seen = new HashSet<>();
    for (LoadedConfiguration part : parts) {
      Set<String> own = new HashSet<>();
      part.directives().stream()
          .filter(Fragments::isServer)
          .flatMap(Fragments::served)
          .forEach(own::add);
      if (!own.stream().allMatch(seen::add)) {
        return false;
      }
    }
    return true;
  }

  /** Returns address and name of all that a server answers. */
  private static Stream<String> served(LoadedDirective server) {
    boolean nginx = server.name().equals("server");
    List<String> addresses =
        nginx ? listens(server) : server.arguments().stream().map(a -> a.value()).toList();
    List<String> names = words(server, nginx ? "server_name" : "servername");
    List<String> served = names.isEmpty() ? List.of("") : names;
    return addresses.stream().flatMap(address -> served.stream().map(name -> address + " " + name));
  }

  private static List<String> listens(LoadedDirective server) {
    List<String> listens = new ArrayList<>();
    for (LoadedDirective directive : server.body()) {
      if (directive.name().equals("listen")) {
        listens.add(directive.argument(0));
        Optional<String> standard =
            directive.arguments().stream()
                .map(argument -> argument.value())
                .filter(word -> word.startsWith("default"))
                .findFirst();
        standard.ifPresent(word -> listens.add("default of " + directive.argument(0)));
      }
    }
    return listens.isEmpty() ? List.of("80") : listens;
  }

  private static List<String> words(LoadedDirective server, String name) {
    return server.body().stream()
        .filter(directive -> name(directive).equals(name))
        .flatMap(directive -> directive.arguments().stream())
        .map(argument -> argument.value().toLowerCase(Locale.ROOT))
        .toList();
  }
}
