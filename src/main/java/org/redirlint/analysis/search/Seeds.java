package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.http.Url;

/** Gathers URLs that are worth a try. */
final class Seeds {

  /** What is tried everywhere: a page, a folder, a query. */
  private static final List<String> ANYWHERE =
      List.of("/", "/a", "/a/", "/a/b", "/a.html", "/index.html", "/index.php", "/?a=b");

  /** A host no configuration speaks of (RFC 2606): what befalls it befalls any host. */
  static final String ANY_HOST = "site.example";

  private final Set<Url> urls = new LinkedHashSet<>();
  private final List<Redirection> redirections = new ArrayList<>();

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

  void url(Entrance entrance, String host, String target) {
    if (isTarget(target)) {
      urls.add(new Url(entrance.scheme(), host, entrance.port(), target));
    }
  }

  void redirection(Entrance entrance, String host, String from, String to) {
    if (isTarget(from)) {
      redirections.add(
          new Redirection(new Url(entrance.scheme(), host, entrance.port(), from), to));
    }
  }

  private static boolean isTarget(String text) {
    return text.startsWith("/") && text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '#');
  }

  List<Url> urls() {
    List<Url> all = new ArrayList<>(urls);
    all.addAll(LongLists.worthATry(redirections));
    return all;
  }
}
