package org.redirlint.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Dialect;
import org.redirlint.source.SourceFile;

/** Finds out which server's language a file is written in: by its name, else by what it says. */
final class DialectDetector {

  /** Directives that tell nginx, where their line also ends as nginx wants it. */
  private static final Set<String> NGINX =
      Set.of(
          "access_log",
          "add_header",
          "alias",
          "allow",
          "charset",
          "client_max_body_size",
          "default",
          "default_type",
          "deny",
          "error_log",
          "error_page",
          "events",
          "expires",
          "fastcgi_param",
          "fastcgi_pass",
          "geo",
          "gzip",
          "http",
          "if",
          "include",
          "index",
          "internal",
          "keepalive",
          "limit_req",
          "listen",
          "load_module",
          "location",
          "log_format",
          "map",
          "merge_slashes",
          "pid",
          "proxy_cache",
          "proxy_http_version",
          "proxy_pass",
          "proxy_redirect",
          "proxy_set_header",
          "resolver",
          "return",
          "rewrite",
          "root",
          "satisfy",
          "sendfile",
          "server",
          "server_name",
          "server_name_in_redirect",
          "server_tokens",
          "set",
          "set_real_ip_from",
          "split_clients",
          "ssl_certificate",
          "ssl_certificate_key",
          "ssl_ciphers",
          "ssl_dhparam",
          "ssl_prefer_server_ciphers",
          "ssl_protocols",
          "ssl_session_cache",
          "stream",
          "sub_filter",
          "try_files",
          "types",
          "upstream",
          "user",
          "uwsgi_pass",
          "uwsgi_param",
          "worker_connections",
          "worker_processes");

  /** What directives of httpd begin with, sections included. */
  private static final Set<String> HTTPD =
      Set.of(
          "accept",
          "action",
          "add",
          "alias",
          "allow",
          "anonymous",
          "apache",
          "auth",
          "balancer",
          "browser",
          "buffer",
          "cache",
          "cgi",
          "cookie",
          "custom",
          "dav",
          "define",
          "deflate",
          "deny",
          "directory",
          "document",
          "error",
          "etag",
          "expires",
          "file",
          "force",
          "header",
          "host",
          "if",
          "include",
          "index",
          "keep",
          "ldap",
          "limit",
          "listen",
          "load",
          "location",
          "log",
          "macro",
          "max",
          "mod",
          "multi",
          "name",
          "no",
          "options",
          "order",
          "pass",
          "perl",
          "php",
          "pid",
          "proxy",
          "rails",
          "read",
          "redirect",
          "remove",
          "request",
          "require",
          "rewrite",
          "satisfy",
          "script",
          "sec",
          "server",
          "session",
          "set",
          "spdy",
          "ssl",
          "start",
          "su",
          "substitute",
          "thread",
          "time",
          "trace",
          "transfer",
          "type",
          "un",
          "use",
          "user",
          "virtual",
          "wsgi");

  private DialectDetector() {}

  /** Returns the language a file's name stands for, whatever the file says. */
  static Optional<Dialect> byName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.contains("htaccess")) {
      return Optional.of(Dialect.HTACCESS);
    }
    if (name.endsWith("httpd.conf") || name.endsWith("apache2.conf") || name.endsWith(".vhost")) {
      return Optional.of(Dialect.HTTPD);
    }
    return name.endsWith("nginx.conf") || name.endsWith(".nginx")
        ? Optional.of(Dialect.NGINX)
        : Optional.empty();
  }

  /** Returns the language most of a file's lines are written in; nothing if none is. */
  static Optional<Dialect> byContent(SourceFile file) {
    int nginx = 0;
    int httpd = 0;
    for (String line : (Iterable<String>) file.text().lines()::iterator) {
      String text = line.strip();
      if (isNginx(text)) {
        nginx++;
      } else if (isHttpd(text)) {
        httpd++;
      }
    }
    if (nginx == httpd) {
      return Optional.empty();
    }
    return Optional.of(nginx > httpd ? Dialect.NGINX : Dialect.HTTPD);
  }

  /** Tells whether a file says nothing at all, so that it is fine in any language. */
  static boolean isEmpty(SourceFile file) {
    return file.text()
        .lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  private static boolean isNginx(String line) {
    int comment = line.indexOf(" #");
    String code = comment < 0 ? line : line.substring(0, comment).strip();
    boolean ended = code.endsWith(";") || code.endsWith("{") || code.endsWith("}");
    return ended && NGINX.contains(firstWord(code));
  }

  private static boolean isHttpd(String line) {
    if (line.endsWith(";") || line.endsWith("{") || line.isEmpty()) {
      return false;
    }
    boolean section = line.startsWith("<") && line.endsWith(">");
    String word =
        firstWord(line.startsWith("</") ? line.substring(2) : section ? line.substring(1) : line);
    return beginsWithHttpdWord(word)
        && (section || line.indexOf(' ') > 0 || line.indexOf('\t') > 0);
  }

  /** httpd's names are words in camel case, of which the first tells: SSLEngine, RewriteRule. */
  private static boolean beginsWithHttpdWord(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return HTTPD.contains(lower)
        || HTTPD.stream()
            .filter(lower::startsWith)
            .anyMatch(
                word -> word.length() > 3 || Character.isUpperCase(name.charAt(word.length())));
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return text.substring(0, end);
  }
}
