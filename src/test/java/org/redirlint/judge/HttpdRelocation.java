package org.redirlint.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.redirlint.ast.Argument;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.Directive;
import org.redirlint.ast.Document;
import org.redirlint.ast.Node;
import org.redirlint.source.Span;

/**
 * Makes a configuration of httpd that was written for another machine run on this one: below a
 * folder of its own, without certificates, modules and files that are not here.
 */
final class HttpdRelocation {

  /** What has no say in where a request leads, and needs something of the other machine. */
  private static final Predicate<String> NOT_NEEDED =
      Pattern.compile(
              "^(?:ssl(?!engine$|requiressl$|options$).*|include|includeoptional|listen|loadmodule"
                  + "|errorlog|errorlogformat|customlog|transferlog|loglevel|logformat|pidfile|user"
                  + "|group|serverroot|mutex|lockfile|scoreboardfile|namevirtualhost|typesconfig"
                  + "|startservers|minspareservers|maxspareservers|maxclients|maxrequestworkers"
                  + "|threadsperchild|threadlimit|serverlimit|minsparethreads|maxsparethreads"
                  + "|maxrequestsperchild|maxconnectionsperchild|defaultruntimedir|coredumpdirectory"
                  + "|php_.*|suexec.*|wsgi.*|passenger.*|fastcgi.*|fcgid.*|scriptsock)$")
          .asPredicate();

  private static final Set<String> PATHS =
      Set.of(
          "documentroot",
          "alias",
          "aliasmatch",
          "scriptalias",
          "scriptaliasmatch",
          "directory",
          "authuserfile",
          "authgroupfile");

  /** Directories at the top of the file system: a path of another machine begins with one. */
  private static final Pattern FILE_PATH =
      Pattern.compile("/(?:var|srv|usr|home|opt|etc|www|data|mnt|tmp|media|root)/.+");

  private final Path box;
  private final List<String> roots;
  private final TextEdits edits = new TextEdits();

  private HttpdRelocation(Path box, Set<String> roots) {
    this.box = box;
    this.roots =
        roots.stream()
            .filter(root -> FILE_PATH.matcher(root).matches())
            .sorted(Comparator.comparingInt(String::length))
            .toList();
  }

  /**
   * Returns such a configuration.
   *
   * @param roots the folders it speaks of, without a slash at the end
   */
  static String server(Document document, Path box, Set<String> roots) {
    HttpdRelocation relocation = new HttpdRelocation(box, roots);
    relocation.relocate(document.nodes());
    String text = document.source().text();
    String relocated = relocation.edits.apply(text, new Span(0, text.length()));
    boolean hosts = hasHosts(document.nodes());
    return hosts ? relocated : hosts(relocated, box);
  }

  /** Returns a host for http and one for https with the same directives. */
  static String hosts(String directives, Path box) {
    return "<VirtualHost *:80>\n%1$s\n</VirtualHost>\n<VirtualHost *:443>\n%2$s%1$s\n</VirtualHost>\n"
        .formatted(directives, "SSLEngine on\n" + certificate(box));
  }

  private static boolean hasHosts(List<Node> nodes) {
    return nodes.stream()
        .anyMatch(
            node ->
                node instanceof BlockDirective block
                    && (block.is("VirtualHost") || hasHosts(block.body())));
  }

  private static String certificate(Path box) {
    return "SSLCertificateFile %1$s/tls/tls.crt\nSSLCertificateKeyFile %1$s/tls/tls.key\n"
        .formatted(box);
  }

  private void relocate(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Directive directive) {
        relocate(directive);
      }
    }
  }

  private void relocate(Directive directive) {
    String name = directive.name().toLowerCase(Locale.ROOT);
    if (NOT_NEEDED.test(name)) {
      edits.replace(directive.span(), "");
      return;
    }
    if (name.equals("sslengine")) {
      edits.insert(directive.span().start(), certificate(box));
    } else if (name.equals("virtualhost")) {
      addresses(directive);
    } else if (PATHS.contains(name)) {
      List<Argument> arguments = directive.arguments();
      arguments.subList(Math.max(0, arguments.size() - 1), arguments.size()).forEach(this::path);
    } else {
      directive.arguments().forEach(this::mentioned);
    }
    if (directive instanceof BlockDirective block) {
      relocate(block.body());
    }
  }

  private void path(Argument argument) {
    String bare = argument.value();
    if (bare.startsWith("/") && bare.length() > 1) {
      int quote = argument.raw().indexOf('/');
      edits.insert(argument.span().start() + quote, box.toString());
    }
  }

  /** Words that begin with a folder, or with a test of one. */
  private void mentioned(Argument argument) {
    for (String root : roots) {
      int at = argument.raw().indexOf(root);
      if (at == 0 || (at == 1 && "\"'".indexOf(argument.raw().charAt(0)) >= 0)) {
        edits.insert(argument.span().start() + at, box.toString());
        return;
      }
    }
  }

  /** All addresses are the one here. */
  private void addresses(Directive host) {
    Set<String> addresses = new LinkedHashSet<>();
    List<Argument> arguments = new ArrayList<>(host.arguments());
    for (Argument argument : arguments) {
      String port = argument.value().replaceFirst("^.*?(?::([0-9]+|\\*))?$", "$1");
      addresses.add(port.isEmpty() || port.equals("*") ? "*" : "*:" + port);
    }
    if (!arguments.isEmpty()) {
      Span words = arguments.get(0).span().to(arguments.get(arguments.size() - 1).span());
      edits.replace(words, String.join(" ", addresses));
    }
  }
}
