package org.redirlint.parse.httpd;

import java.util.Locale;
import java.util.Set;
import org.redirlint.model.httpd.Expression.Literal;
import org.redirlint.model.httpd.Expression.Text;

/** The names httpd's expressions may hold: it refuses all others. */
final class ExpressionNames {

  private static final Set<String> VARIABLES =
      Set.of(
          "HTTP_ACCEPT",
          "HTTP_COOKIE",
          "HTTP_FORWARDED",
          "HTTP_HOST",
          "HTTP_PROXY_CONNECTION",
          "HTTP_REFERER",
          "HTTP_USER_AGENT",
          "REQUEST_METHOD",
          "REQUEST_SCHEME",
          "REQUEST_URI",
          "DOCUMENT_URI",
          "REQUEST_FILENAME",
          "SCRIPT_FILENAME",
          "LAST_MODIFIED",
          "SCRIPT_USER",
          "SCRIPT_GROUP",
          "PATH_INFO",
          "QUERY_STRING",
          "IS_SUBREQ",
          "THE_REQUEST",
          "REMOTE_ADDR",
          "REMOTE_PORT",
          "REMOTE_HOST",
          "REMOTE_USER",
          "REMOTE_IDENT",
          "SERVER_NAME",
          "SERVER_PORT",
          "SERVER_ADMIN",
          "SERVER_PROTOCOL",
          "DOCUMENT_ROOT",
          "AUTH_TYPE",
          "CONTENT_TYPE",
          "HANDLER",
          "HTTP2",
          "HTTPS",
          "IPV6",
          "REQUEST_STATUS",
          "REQUEST_LOG_ID",
          "CONN_LOG_ID",
          "CONN_REMOTE_ADDR",
          "CONTEXT_PREFIX",
          "CONTEXT_DOCUMENT_ROOT",
          "TIME_YEAR",
          "TIME_MON",
          "TIME_DAY",
          "TIME_HOUR",
          "TIME_MIN",
          "TIME_SEC",
          "TIME_WDAY",
          "TIME",
          "SERVER_SOFTWARE",
          "API_VERSION",
          "SERVER_ADDR");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "req",
          "http",
          "req_novary",
          "resp",
          "reqenv",
          "osenv",
          "note",
          "env",
          "tolower",
          "toupper",
          "escape",
          "unescape",
          "base64",
          "unbase64",
          "md5",
          "sha1",
          "file",
          "filesize",
          "filemod",
          "ldap",
          "replace",
          "ssl");

  private ExpressionNames() {}

  static boolean isVariable(String name) {
    return VARIABLES.contains(name.toUpperCase(Locale.ROOT));
  }

  static boolean isFunction(String name) {
    return FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Tells whether a text is an address or a network: these are read with the configuration. */
  static boolean isNetwork(Text text) {
    return text.pieces().size() == 1
        && text.pieces().get(0) instanceof Literal literal
        && literal.text().matches("[0-9.]+(/[0-9.]+)?|[0-9a-fA-F.]*:[0-9a-fA-F:.]*(/[0-9]+)?");
  }
}
