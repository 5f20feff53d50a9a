package org.redirlint.rule.security;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * The servers that requests for any host come to, for certain. Which one that is depends on all
 * servers there are: where only some may be known, it has to be written.
 *
 * @see <a href="https://nginx.org/en/docs/http/request_processing.html">How nginx processes a
 *     request</a>
 * @see <a href="https://httpd.apache.org/docs/2.4/vhosts/details.html">An In-Depth Discussion of
 *     Virtual Host Matching</a>
 */
final class AnyHost {

  private record Place(String path, int start) {
    static Place of(Origin origin) {
      return new Place(origin.file().path(), origin.span().start());
    }
  }

  private final Set<Place> servers = new HashSet<>();
  private final Set<Place> others = new HashSet<>();
  private final boolean wholeHttpd;

  AnyHost(Project project) {
    this.wholeHttpd = project.directives("Listen").anyMatch(at -> at.enclosing().isEmpty());
    project
        .directives("server")
        .filter(Occurrence::isNginxHttp)
        .forEach(at -> add(at, at.nearest("http").isPresent() || isNginxDefault(at.directive())));
    project
        .directives("VirtualHost")
        .forEach(at -> add(at, wholeHttpd || isHttpdDefault(at.directive())));
  }

  private void add(Occurrence at, boolean certain) {
    (certain ? servers : others).add(Place.of(at.origin()));
  }

  /** Tells whether it is certain that the server that answered is asked for any host. */
  boolean answers(Hop hop) {
    Optional<Place> first =
        hop.reply().steps().stream().findFirst().map(Step::origin).map(Place::of);
    return first.isPresent()
        && (servers.contains(first.get()) || (wholeHttpd && !others.contains(first.get())));
  }

  private static boolean isNginxDefault(LoadedDirective server) {
    boolean named = false;
    for (LoadedDirective directive : server.body()) {
      List<String> words = directive.arguments().stream().map(Argument::value).toList();
      if (directive.is("listen")
          && (words.contains("default_server") || words.contains("default"))) {
        return true;
      }
      named |= directive.is("server_name") && words.stream().anyMatch(AnyHost::isAName);
    }
    return !named;
  }

  /** {@code _} and the like are names that no request asks for. */
  private static boolean isAName(String word) {
    return word.contains(".") || word.startsWith("$") || word.startsWith("~");
  }

  private static boolean isHttpdDefault(LoadedDirective host) {
    return host.body().stream().noneMatch(inside -> inside.is("ServerName"))
        || host.arguments().stream().anyMatch(word -> word.value().startsWith("_default_"));
  }
}
