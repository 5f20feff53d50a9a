package org.redirlint.resolve.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.Listen;

/** Reads {@code listen} (ngx_http_core_listen). */
final class ListenReader {

  private static final List<String> WORDS =
      List.of(
          "default_server",
          "default",
          "bind",
          "deferred",
          "ssl",
          "http2",
          "quic",
          "spdy",
          "proxy_protocol",
          "reuseport");
  private static final List<String> SETTINGS =
      List.of(
          "setfib=",
          "fastopen=",
          "backlog=",
          "rcvbuf=",
          "sndbuf=",
          "accept_filter=",
          "ipv6only=",
          "so_keepalive=");

  private final Problems problems;

  ListenReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads the directive; empty for a UNIX socket, or where nginx would refuse it. */
  Optional<Listen> read(LoadedDirective directive) {
    if (directive.arguments().isEmpty()) {
      return Optional.empty();
    }
    for (Argument parameter : directive.arguments().subList(1, directive.arguments().size())) {
      String text = parameter.value();
      if (!WORDS.contains(text) && SETTINGS.stream().noneMatch(text::startsWith)) {
        problems.add(directive, parameter, "invalid parameter \"" + text + "\"");
      }
    }
    String address = directive.argument(0);
    if (address.startsWith("unix:")) {
      return Optional.empty();
    }
    String host = host(address);
    String port = port(address, host);
    boolean number = port.matches("[0-9]{1,5}");
    if (!number || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
      problems.add(
          directive,
          directive.arguments().get(0),
          "invalid port in \"" + address + "\" of the \"listen\" directive");
      return Optional.empty();
    }
    return Optional.of(
        new Listen(
            directive.origin(),
            canonical(host),
            Integer.parseInt(port),
            has(directive, "ssl"),
            has(directive, "default_server") || has(directive, "default")));
  }

  private static String host(String address) {
    if (address.startsWith("[")) {
      int end = address.indexOf(']');
      return end < 0 ? address : address.substring(0, end + 1);
    }
    int colon = address.lastIndexOf(':');
    if (colon >= 0) {
      return address.substring(0, colon);
    }
    return address.matches("[0-9]+") ? Listen.ANY : address;
  }

  private static String port(String address, String host) {
    if (address.matches("[0-9]+")) {
      return address;
    }
    return address.length() > host.length() + 1 ? address.substring(host.length() + 1) : "80";
  }

  private static String canonical(String host) {
    return switch (host) {
      case "", "*", "0.0.0.0" -> Listen.ANY;
      case "localhost" -> "127.0.0.1";
      default -> host;
    };
  }

  private static boolean has(LoadedDirective directive, String parameter) {
    return directive.arguments().stream().skip(1).anyMatch(a -> a.value().equals(parameter));
  }
}
