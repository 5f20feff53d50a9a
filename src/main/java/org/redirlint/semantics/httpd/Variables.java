package org.redirlint.semantics.httpd;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;

/**
 * The server variables of mod_rewrite and of expressions.
 *
 * @param <V> a value
 */
final class Variables<V> {

  private static final Map<String, String> HEADERS =
      Map.of(
          "HTTP_USER_AGENT", "user-agent",
          "HTTP_REFERER", "referer",
          "HTTP_COOKIE", "cookie",
          "HTTP_FORWARDED", "forwarded",
          "HTTP_HOST", "host",
          "HTTP_PROXY_CONNECTION", "proxy-connection",
          "HTTP_ACCEPT", "accept");

  private static final Set<String> UNKNOWN =
      Set.of(
          "REMOTE_PORT",
          "REMOTE_HOST",
          "REMOTE_IDENT",
          "SERVER_SOFTWARE",
          "SERVER_ADMIN",
          "TIME",
          "TIME_YEAR",
          "TIME_MON",
          "TIME_DAY",
          "TIME_HOUR",
          "TIME_MIN",
          "TIME_SEC",
          "TIME_WDAY",
          "SCRIPT_USER",
          "SCRIPT_GROUP",
          "API_VERSION",
          "LAST_MODIFIED",
          "REQUEST_LOG_ID",
          "CONN_LOG_ID",
          "AUTH_TYPE",
          "REMOTE_USER");

  /** What the server's own environment may hold. */
  private static final Set<String> PROCESS =
      Set.of("PATH", "HOME", "LANG", "USER", "PWD", "SHELL", "HOSTNAME", "TZ");

  private final Domain<V> domain;
  private final Facts facts;
  private final Self<V> self;
  private final Set<String> modules;

  Variables(Domain<V> domain, Facts facts, Self<V> self, HttpdConfiguration configuration) {
    this.domain = domain;
    this.facts = facts;
    this.self = self;
    this.modules = configuration.modules();
  }

  /** Returns a header of the request; the empty text if it has none of this name. */
  V header(State<V> state, String name) {
    return state
        .exchange()
        .headers()
        .getOrDefault(name.toLowerCase(Locale.ROOT), domain.literal(""));
  }

  /** Returns an environment variable; the empty text if it is not set. */
  V environment(State<V> state, String name) {
    Optional<V> value = state.variables().get(name);
    if (value.isEmpty() && PROCESS.contains(name)) {
      return domain.anything("the server's own variable " + name);
    }
    return value.orElse(domain.literal(""));
  }

  /** Returns a variable that is no function; the empty text if there is none of this name. */
  V variable(State<V> state, String written) {
    String name = written.toUpperCase(Locale.ROOT);
    Resource<V> resource = state.resource();
    if (HEADERS.containsKey(name)) {
      return header(state, HEADERS.get(name));
    }
    if (UNKNOWN.contains(name)) {
      return unknown(state, name);
    }
    return switch (name) {
      case "REQUEST_METHOD" -> resource.method();
      case "REQUEST_SCHEME" -> domain.literal(self.scheme(state));
      case "REQUEST_URI", "DOCUMENT_URI" -> resource.uri();
      case "REQUEST_FILENAME", "SCRIPT_FILENAME" -> resource.filename().orElse(resource.uri());
      case "PATH_INFO" -> resource.pathInfo();
      case "QUERY_STRING" -> resource.args().orElse(domain.literal(""));
      case "THE_REQUEST" -> state.exchange().requestLine();
      case "SERVER_NAME" -> self.name(state);
      case "SERVER_PORT" -> domain.literal(String.valueOf(self.port(state)));
      case "SERVER_PROTOCOL" -> domain.literal(state.exchange().protocol());
      case "DOCUMENT_ROOT" -> domain.literal(state.documentRoot());
      case "CONTEXT_PREFIX" -> domain.literal(resource.prefix().orElse(""));
      case "CONTEXT_DOCUMENT_ROOT" ->
          domain.literal(resource.root().orElse(state.host().documentRoot()));
      case "HTTPS" -> domain.literal(state.exchange().tls() ? "on" : "off");
      case "HTTP2" -> domain.literal("off");
      case "IPV6" -> ipv6();
      case "IS_SUBREQ" -> domain.literal(state.progress().isSubrequest() ? "true" : "false");
      case "REMOTE_ADDR", "CONN_REMOTE_ADDR" -> address(facts.clientAddress(), "client");
      case "SERVER_ADDR" -> address(facts.serverAddress(), "server");
      case "CONTENT_TYPE" -> header(state, "content-type");
      case "HANDLER" -> domain.literal(resource.handler().orElse(""));
      case "REQUEST_STATUS" ->
          domain.literal(
              state.progress().status() == Progress.OK
                  ? ""
                  : String.valueOf(state.progress().status()));
      default -> domain.literal("");
    };
  }

  private V unknown(State<V> state, String name) {
    boolean user = name.equals("REMOTE_USER") || name.equals("AUTH_TYPE");
    if (user && !state.exchange().headers().containsKey("authorization")) {
      return domain.literal("");
    }
    if (name.startsWith("TIME") && facts.time().isPresent()) {
      return domain.literal(Times.of(name, facts.time().get()));
    }
    return domain.anything("%{" + name + "}");
  }

  private V address(Optional<String> known, String side) {
    return known
        .map(domain::literal)
        .orElseGet(() -> domain.anything("the " + side + "'s address"));
  }

  private V ipv6() {
    return facts
        .clientAddress()
        .map(address -> domain.literal(address.contains(":") ? "on" : "off"))
        .orElseGet(() -> domain.anything("the client's address"));
  }

  /** Returns what mod_ssl knows of the connection. */
  V ssl(State<V> state, String name) {
    if (!modules.contains("ssl") || !state.exchange().tls()) {
      return domain.literal("");
    }
    if (name.equals("HTTPS")) {
      return domain.literal("on");
    }
    return domain.anything("%{SSL:" + name + "}");
  }
}
