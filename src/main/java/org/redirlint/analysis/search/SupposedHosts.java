package org.redirlint.analysis.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;

/**
 * Supposes of hosts that a site without a name leads to that they lead back to it. What would never
 * have worked then is no mistake but a sign that they do not.
 */
final class SupposedHosts {

  /** A folder that no configuration knows. */
  private static final String ANY_FOLDER = "/redirlint-invalid/";

  private final Function<Trial, Chain> server;
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * Takes the site.
   *
   * @param server follows the redirects of a request as if all hosts were the site's
   */
  SupposedHosts(Function<Trial, Chain> server) {
    this.server = server;
  }

  /** Tells whether a page would be shown at the host of a URL. */
  boolean mayLeadHere(Url url) {
    return known.computeIfAbsent(
        url.host(),
        host -> List.of("/", "/a").stream().noneMatch(path -> follow(url, path).end().isEndless()));
  }

  /**
   * Tells whether a chain has no end, and may be a mistake. The same path at another host is what a
   * site that moves there is meant to lead to; and so is one below a folder of that host, unless it
   * is the very folder that the redirect is for.
   */
  boolean isMistake(Chain chain) {
    return switch (chain.end()) {
      case LOOP -> chain.hops().size() > 1;
      case GROWING -> chain.last().url().filter(this::growsInAnyFolder).isEmpty();
      case INTERNAL_LOOP -> true;
      case EXTERNAL, UNDETERMINED, RESPONSE, TOO_MANY -> false;
    };
  }

  private boolean growsInAnyFolder(Url url) {
    String name = url.target().split("\\?", 2)[0].replaceFirst(".*/", "");
    return follow(url, ANY_FOLDER + name).end() == End.GROWING;
  }

  private Chain follow(Url url, String path) {
    return server.apply(Trial.get(new Url(url.scheme(), url.host(), url.port(), path)));
  }
}
