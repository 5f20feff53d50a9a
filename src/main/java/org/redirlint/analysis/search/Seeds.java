package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redirlint.http.Url;

/** Gathers URLs that are worth a try, and what may be redirected. */
public final class Seeds {

  /** A query. */
  static final String QUERY = "?a=b";

  /** What is tried everywhere: a page, a folder, a query. */
  static final List<String> ANYWHERE =
      List.of("/", "/a", "/a/", "/a/b", "/a.html", "/index.html", "/index.php", "/" + QUERY);

  /** At how many hosts and entrances known files are asked for. */
  private static final int MOST_TOPS = 10;

  /** A host no configuration speaks of (RFC 2606): what befalls it befalls any host. */
  static final String ANY_HOST = "site.example";

  private final Set<Url> urls = new LinkedHashSet<>();
  private final List<Redirection> redirections = new ArrayList<>();
  private final Sources sources = new Sources();

  Seeds() {}

  /** Returns the paths that may be redirected, to be completed. */
  Sources sources() {
    return sources;
  }

  /** Adds what is tried at every host and entrance. */
  void everywhere(List<String> hosts, List<Entrance> entrances) {
    for (Entrance entrance : entrances) {
      for (String host : hosts) {
        for (String target : ANYWHERE) {
          urls.add(new Url(entrance.scheme(), host, entrance.port(), target));
        }
      }
    }
  }

  /** Adds targets of known files, at the first hosts and entrances. */
  void files(List<String> targets) {
    List<Url> tops = urls.stream().filter(url -> url.target().equals("/")).toList();
    for (Url top : tops.subList(0, Math.min(tops.size(), MOST_TOPS))) {
      targets.stream()
          .filter(Seeds::isTarget)
          .forEach(target -> urls.add(new Url(top.scheme(), top.host(), top.port(), target)));
    }
  }

  void url(Entrance entrance, String host, String target) {
    if (isTarget(target)) {
      urls.add(new Url(entrance.scheme(), host, entrance.port(), target));
    }
  }

  void redirection(Entrance entrance, String host, String from, Optional<String> to) {
    if (isTarget(from)) {
      redirections.add(
          new Redirection(new Url(entrance.scheme(), host, entrance.port(), from), to));
    }
  }

  /**
   * Adds what is worth a try of a server behind: at all entrances of the one in front.
   *
   * @param hosts the hosts of the one in front
   * @param outside returns what has to be asked for a target to be asked for behind
   */
  void through(
      Seeds behind,
      List<Entrance> entrances,
      List<String> hosts,
      Function<String, List<String>> outside) {
    for (Entrance entrance : entrances) {
      for (String host : hosts) {
        behind.urls.stream()
            .map(Url::target)
            .distinct()
            .flatMap(target -> outside.apply(target).stream())
            .forEach(target -> url(entrance, host, target));
        for (Redirection redirection : behind.redirections) {
          for (String target : outside.apply(redirection.from().target())) {
            redirection(entrance, host, target, Optional.empty());
          }
        }
      }
    }
    sources.anything();
  }

  /** Returns the hosts that are tried, in their order. */
  List<String> hosts() {
    return urls.stream().map(Url::host).distinct().toList();
  }

  private static boolean isTarget(String text) {
    return text.startsWith("/") && text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '#');
  }

  /**
   * Returns the URLs, the most promising ones first.
   *
   * @param serves tells which hosts lead back
   * @param next returns where a URL is redirected to; empty if that does not lead back
   */
  List<Url> urls(Predicate<Url> serves, Function<Url, Optional<Url>> next) {
    List<Url> all = new ArrayList<>(urls);
    all.addAll(LongLists.worthATry(redirections, sources, serves, next));
    return all;
  }
}
