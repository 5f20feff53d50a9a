package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.ProxyPass;
import org.redirlint.model.nginx.ProxySettings;
import org.redirlint.model.nginx.ProxySettings.Redirect;
import org.redirlint.model.nginx.ProxySettings.SetHeader;

/** Reads {@code proxy_pass} and what belongs to it, and {@code upstream} blocks. */
final class ProxyReader {

  private static final List<String> NAMES =
      List.of(
          "proxy_set_header",
          "proxy_pass_request_headers",
          "proxy_method",
          "proxy_http_version",
          "proxy_redirect",
          "proxy_intercept_errors",
          "proxy_hide_header");

  /** What is wrong with these directives is not looked for. */
  private final Problems ignored = new Problems();

  private final TemplateReader templates = new TemplateReader(ignored);
  private final PatternReader patterns = new PatternReader(ignored);
  private final Body body;

  ProxyReader(Body body) {
    this.body = body;
  }

  /** Reads a handler; empty if it is no {@code proxy_pass}. */
  static Optional<ProxyPass> pass(LoadedDirective directive, String location) {
    return directive.name().equals("proxy_pass") && !directive.arguments().isEmpty()
        ? Optional.of(
            new ProxyPass(
                new TemplateReader(new Problems()).read(directive, directive.arguments().get(0)),
                location))
        : Optional.empty();
  }

  /** Returns the servers of each {@code upstream}, but for those that are down. */
  static Map<String, List<String>> upstreams(Body http) {
    Map<String, List<String>> upstreams = new HashMap<>();
    for (LoadedDirective block : http.all("upstream")) {
      upstreams.put(
          block.argument(0).toLowerCase(Locale.ROOT),
          new Body(block.body())
              .all("server").stream()
                  .filter(s -> s.arguments().stream().noneMatch(a -> a.value().equals("down")))
                  .map(server -> server.argument(0))
                  .toList());
    }
    return upstreams;
  }

  /** Returns what holds in the context. */
  ProxySettings read(ProxySettings outer) {
    if (NAMES.stream().noneMatch(body::has)) {
      return outer;
    }
    return new ProxySettings(
        body.has("proxy_set_header") ? headers() : outer.headers(),
        text("proxy_pass_request_headers").map("on"::equals).orElse(outer.passesHeaders()),
        body.last("proxy_method")
            .filter(method -> !method.arguments().isEmpty())
            .map(method -> template(method, 0))
            .or(outer::method),
        text("proxy_http_version").orElse(outer.version()),
        body.has("proxy_redirect") ? Optional.of(redirects()) : outer.redirects(),
        text("proxy_intercept_errors").map("on"::equals).orElse(outer.interceptsErrors()),
        body.has("proxy_hide_header") ? hidden() : outer.hidden());
  }

  private Optional<String> text(String name) {
    return body.last(name).map(directive -> directive.argument(0).toLowerCase(Locale.ROOT));
  }

  private Template template(LoadedDirective directive, int number) {
    return templates.read(directive, directive.arguments().get(number));
  }

  private List<SetHeader> headers() {
    return body.all("proxy_set_header").stream()
        .filter(directive -> directive.arguments().size() == 2)
        .map(
            directive ->
                new SetHeader(
                    directive.origin(),
                    directive.argument(0).toLowerCase(Locale.ROOT),
                    template(directive, 1)))
        .toList();
  }

  private Set<String> hidden() {
    return body.all("proxy_hide_header").stream()
        .map(directive -> directive.argument(0).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private List<Redirect> redirects() {
    List<Redirect> redirects = new ArrayList<>();
    for (LoadedDirective directive : body.all("proxy_redirect")) {
      if (directive.arguments().size() == 1 && directive.argument(0).equals("default")) {
        redirects.add(new ProxySettings.Default());
      } else if (directive.arguments().size() == 2) {
        redirect(directive).ifPresent(redirects::add);
      }
    }
    return redirects;
  }

  private Optional<Redirect> redirect(LoadedDirective directive) {
    Argument first = directive.arguments().get(0);
    String text = first.value();
    if (!text.startsWith("~")) {
      return Optional.of(
          new ProxySettings.Prefix(
              directive.origin(), template(directive, 0), template(directive, 1)));
    }
    boolean ignoreCase = text.startsWith("~*");
    return patterns
        .read(directive, first, text.substring(ignoreCase ? 2 : 1), ignoreCase)
        .map(
            pattern ->
                new ProxySettings.Matching(directive.origin(), pattern, template(directive, 1)));
  }
}
