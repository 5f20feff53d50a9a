package org.redirlint.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Makes a configuration of nginx that was written for another machine run on this one: at an
 * address of its own and below a folder of its own, without certificates, upstreams and files that
 * are not here.
 */
final class NginxRelocation {

  private static final Set<String> OF_MAIN =
      Set.of("http", "events", "stream", "mail", "worker_processes", "load_module");

  /** What has no say in where a request leads, and needs something of the other machine. */
  private static final Predicate<String> NOT_NEEDED =
      Pattern.compile(
              "^(?:ssl_.*|include|upstream|access_log|error_log|log_format|resolver(?:_.*)?"
                  + "|limit_(?!except$).*|open_log_file_cache|(?:proxy|fastcgi|uwsgi|scgi|grpc)_(?!pass$|index$"
                  + "|split_path_info$).*|user|pid|worker_.*|http2|keepalive_.*|gzip.*"
                  + "|client_body_temp_path|(?:server_names|variables|map|types)_hash_.*|http2_.*|aio|directio|quic.*)$")
          .asPredicate();

  /** What says where requests are handed on to, and how. */
  private static final Predicate<String> OF_PROXIES =
      Pattern.compile("^(?:upstream|proxy_.*)$").asPredicate();

  private static final Pattern LOOPBACK = Pattern.compile("\\b127\\.0\\.0\\.1\\b|\\blocalhost\\b");

  private static final Pattern FILE_TEST = Pattern.compile("\\(?!?-[fdex]");

  /** The folder that relative paths are below. */
  private static final String PREFIX = "/usr/share/nginx";

  private final Document document;
  private final String address;
  private final Path box;
  private final boolean handsOn;
  private final TextEdits edits = new TextEdits();
  private boolean families;

  private NginxRelocation(Document document, String address, Path box, boolean handsOn) {
    this.document = document;
    this.address = address;
    this.box = box;
    this.handsOn = handsOn;
  }

  /** Returns what the http block of such a configuration holds. */
  static String http(Document document, String address, Path box) {
    return new NginxRelocation(document, address, box, false).http();
  }

  /** Returns the same of a configuration whose servers behind run at the same address. */
  static String gateway(Document document, String address, Path box) {
    return LOOPBACK
        .matcher(new NginxRelocation(document, address, box, true).http())
        .replaceAll(address);
  }

  private String http() {
    List<Directive> top = directives(document.nodes());
    families = usesIpv4(top);
    relocate(top);
    String text = document.source().text();
    boolean main = top.stream().anyMatch(directive -> OF_MAIN.contains(directive.name()));
    if (main) {
      StringBuilder http = new StringBuilder();
      for (Directive directive : top) {
        if (directive.is("http") && directive instanceof BlockDirective block) {
          Span inside = new Span(block.opening().span().end(), block.closing().span().start());
          http.append(edits.apply(text, inside)).append('\n');
        }
      }
      return ours() + http;
    }
    boolean servers = top.stream().anyMatch(directive -> directive.is("server"));
    boolean locations = top.stream().anyMatch(directive -> directive.is("location"));
    boolean shared =
        top.stream().anyMatch(d -> Set.of("map", "geo", "split_clients").contains(d.name()));
    String whole = edits.apply(text, new Span(0, text.length()));
    return servers || (shared && !locations)
        ? ours() + whole
        : ours()
            + "server {\nlisten %1$s:80;\nlisten %1$s:443 ssl;\n".formatted(address)
            + whole
            + "\n}\n";
  }

  private String ours() {
    return """
        ssl_certificate %1$s/tls/tls.crt;
        ssl_certificate_key %1$s/tls/tls.key;
        server_names_hash_bucket_size 1024;
        error_log %1$s/error.log error;
        """
        .formatted(box);
  }

  private static List<Directive> directives(List<Node> nodes) {
    List<Directive> directives = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Directive directive) {
        directives.add(directive);
      }
    }
    return directives;
  }

  private static boolean usesIpv4(List<Directive> directives) {
    return directives.stream()
        .anyMatch(
            directive ->
                (directive.is("listen") && !first(directive).startsWith("["))
                    || (directive instanceof BlockDirective block
                        && usesIpv4(directives(block.body()))));
  }

  private static String first(Directive directive) {
    return directive.arguments().isEmpty() ? "" : directive.arguments().get(0).value();
  }

  private void relocate(List<Directive> directives) {
    for (Directive directive : directives) {
      String name = directive.name().toLowerCase(Locale.ROOT);
      if (handsOn && OF_PROXIES.test(name)) {
        continue;
      }
      if (NOT_NEEDED.test(name)) {
        edits.replace(directive.span(), "");
      } else if (name.endsWith("_pass")) {
        pass(name, directive);
      } else if (name.equals("root") || name.equals("alias")) {
        directive.arguments().stream().limit(1).forEach(this::below);
      } else if (name.equals("auth_basic_user_file")) {
        edits.replace(directive.span(), "auth_basic_user_file /dev/null;");
      } else if (name.equals("if")) {
        fileTests(directive.arguments());
      }
      if (directive instanceof BlockDirective block && !NOT_NEEDED.test(name)) {
        if (name.equals("server")) {
          listens(block);
        }
        relocate(directives(block.body()));
      }
    }
  }

  /** Nobody listens on the port: whoever is handed a request answers 502. */
  private void pass(String name, Directive directive) {
    String nobody = name.equals("proxy_pass") ? "http://127.0.0.1:9" : "127.0.0.1:9";
    edits.replace(directive.span(), name + " " + nobody + ";");
  }

  private void below(Argument path) {
    boolean absolute = path.value().startsWith("/") || path.value().startsWith("$");
    int quote = path.raw().startsWith("\"") || path.raw().startsWith("'") ? 1 : 0;
    edits.insert(path.span().start() + quote, box + (absolute ? "" : PREFIX + "/"));
  }

  private void fileTests(List<Argument> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      if (FILE_TEST.matcher(arguments.get(i - 1).value()).matches()
          && arguments.get(i).value().startsWith("/")) {
        below(arguments.get(i));
      }
    }
  }

  /** The addresses of the other machine become the one here; each port is listened on once. */
  private void listens(BlockDirective server) {
    Map<String, String> ports = new LinkedHashMap<>();
    boolean any = false;
    for (Directive directive : directives(server.body())) {
      if (directive.is("listen")) {
        any = true;
        String where = first(directive);
        boolean dropped = where.startsWith("unix:") || (where.startsWith("[") && families);
        String port =
            where.matches("[0-9]+") ? where : where.replaceFirst("^.*?(?::([0-9]+))?$", "$1");
        if (!dropped) {
          StringBuilder flags = new StringBuilder();
          for (Argument argument : directive.arguments()) {
            String word = argument.value();
            if (word.equals("ssl")) {
              flags.append(" ssl");
            } else if (word.equals("default_server") || word.equals("default")) {
              flags.append(" default_server");
            }
          }
          ports.putIfAbsent(port.isEmpty() ? "80" : port, flags.toString());
        }
        edits.replace(directive.span(), "");
      }
    }
    if (!any) {
      ports.put("80", "");
    }
    StringBuilder listens = new StringBuilder();
    ports.forEach(
        (port, flags) ->
            listens
                .append(" listen ")
                .append(address)
                .append(':')
                .append(port)
                .append(flags)
                .append(';'));
    edits.insert(server.opening().span().end(), listens.toString());
  }
}
