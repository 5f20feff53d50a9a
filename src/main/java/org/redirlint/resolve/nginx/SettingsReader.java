package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.AccessRule;
import org.redirlint.model.nginx.AddHeader;
import org.redirlint.model.nginx.ErrorPage;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.Network;
import org.redirlint.model.nginx.ProxySettings;
import org.redirlint.model.nginx.Referers;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.Settings;
import org.redirlint.model.nginx.Settings.Access;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.Settings.ErrorPages;
import org.redirlint.model.nginx.Settings.Redirects;
import org.redirlint.model.nginx.Settings.Root;

/** Merges what a context sets with what it inherits. */
final class SettingsReader {

  /** What holds where nothing is said. */
  static final Settings DEFAULT =
      new Settings(
          new Root(Optional.empty(), Template.of(Root.PREFIX + "html"), Alias.NONE, ""),
          List.of(Template.of("index.html")),
          false,
          new ErrorPages(List.of(), false),
          new Redirects(true, false, true),
          Access.OPEN,
          List.of(),
          ProxySettings.DEFAULT,
          Optional.empty(),
          false,
          false,
          Optional.empty());

  private static final Set<String> INTERCEPTORS =
      Set.of(
          "rewrite_by_lua",
          "rewrite_by_lua_block",
          "rewrite_by_lua_file",
          "header_filter_by_lua",
          "header_filter_by_lua_block",
          "header_filter_by_lua_file",
          "js_header_filter");

  /** Directives of modules that decide about access as they will. */
  private static final Set<String> ACCESS_CODE =
      Set.of(
          "access_by_lua",
          "access_by_lua_block",
          "access_by_lua_file",
          "auth_jwt",
          "js_access",
          "perl_access");

  private final Problems problems;
  private final TemplateReader templates;
  private final PatternReader patterns;
  private final ErrorPageReader errorPages;
  private final Body body;

  SettingsReader(Problems problems, Body body) {
    this.problems = problems;
    this.templates = new TemplateReader(problems);
    this.patterns = new PatternReader(problems);
    this.errorPages = new ErrorPageReader(problems);
    this.body = body;
  }

  /**
   * Returns what holds in a context.
   *
   * @param outer what holds around it
   * @param replaced how {@code alias} works here
   * @param name the location's name
   * @param names the server's names, for {@code valid_referers}
   */
  Settings read(Settings outer, Alias replaced, String name, List<ServerName> names) {
    if (body.isEmpty()) {
      return outer;
    }
    return new Settings(
        root(outer.root(), replaced, name),
        body.has("index") ? index() : outer.index(),
        flag("autoindex", outer.autoindex()),
        errorPages(outer.errorPages()),
        redirects(outer.redirects()),
        access(outer.access()),
        body.has("add_header") ? headers() : outer.headers(),
        new ProxyReader(body).read(outer.proxy()),
        body.has("valid_referers") ? Optional.of(referers(names)) : outer.referers(),
        flag("msie_refresh", outer.msieRefresh()),
        body.last("dav_methods").map(d -> !d.argument(0).equals("off")).orElse(outer.davMethods()),
        module(INTERCEPTORS, outer.interceptor()));
  }

  private Root root(Root outer, Alias replaced, String name) {
    Optional<LoadedDirective> alias = body.last("alias");
    Optional<LoadedDirective> directive = alias.isPresent() ? alias : body.last("root");
    if (directive.isEmpty() || directive.get().arguments().isEmpty()) {
      return outer;
    }
    LoadedDirective found = directive.get();
    Argument argument = found.arguments().get(0);
    String path = argument.value();
    if (alias.isEmpty() && path.length() > 1 && path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    Template template = templates.read(found, argument, path);
    if (!template.literalPrefix().startsWith("/") && template.isLiteral()) {
      template = Template.of(Root.PREFIX + path);
    }
    return new Root(
        Optional.of(found.origin()),
        template,
        alias.isPresent() ? replaced : Alias.NONE,
        alias.isPresent() && replaced == Alias.PREFIX ? name : "");
  }

  private List<Template> index() {
    List<Template> index = new ArrayList<>();
    for (LoadedDirective directive : body.all("index")) {
      for (Argument argument : directive.arguments()) {
        if (argument.value().isEmpty()) {
          problems.add(directive, argument, "index \"\" in \"index\" directive is invalid");
        } else {
          index.add(templates.read(directive, argument));
        }
      }
    }
    return index;
  }

  private ErrorPages errorPages(ErrorPages outer) {
    boolean recursive = flag("recursive_error_pages", outer.recursive());
    if (!body.has("error_page")) {
      return recursive == outer.recursive() ? outer : new ErrorPages(outer.pages(), recursive);
    }
    List<ErrorPage> pages = new ArrayList<>();
    body.all("error_page").forEach(directive -> pages.addAll(errorPages.read(directive)));
    return new ErrorPages(pages, recursive);
  }

  private Redirects redirects(Redirects outer) {
    return new Redirects(
        flag("absolute_redirect", outer.absolute()),
        flag("server_name_in_redirect", outer.serverName()),
        flag("port_in_redirect", outer.port()));
  }

  private Access access(Access outer) {
    List<AccessRule> rules = new ArrayList<>();
    for (LoadedDirective directive : body.named(Set.of("allow", "deny"))) {
      String whom = directive.argument(0);
      boolean deny = directive.name().equals("deny");
      if (whom.equals("all")) {
        rules.add(new AccessRule(directive.origin(), deny, Optional.empty()));
      } else if (Network.parse(whom).isPresent()) {
        rules.add(new AccessRule(directive.origin(), deny, Network.parse(whom)));
      } else if (!whom.equals("unix:") && !directive.arguments().isEmpty()) {
        problems.add(directive, directive.arguments().get(0), "invalid parameter \"" + whom + "\"");
      }
    }
    Optional<Template> realm = outer.realm();
    if (body.last("auth_basic").isPresent()) {
      LoadedDirective directive = body.last("auth_basic").get();
      realm =
          directive.arguments().isEmpty() || directive.argument(0).equals("off")
              ? Optional.empty()
              : Optional.of(templates.read(directive, directive.arguments().get(0)));
    }
    boolean satisfyAny =
        body.last("satisfy").map(d -> d.argument(0).equals("any")).orElse(outer.satisfyAny());
    boolean ruled = body.has("allow") || body.has("deny");
    return new Access(
        ruled ? rules : outer.rules(),
        realm,
        module(Set.of("auth_request"), outer.subrequest()),
        body.has("auth_request_set") ? told() : outer.told(),
        module(ACCESS_CODE, outer.code()),
        satisfyAny);
  }

  private List<String> told() {
    return body.all("auth_request_set").stream()
        .map(directive -> directive.argument(0))
        .filter(variable -> variable.startsWith("$"))
        .map(variable -> variable.substring(1).toLowerCase(Locale.ROOT))
        .toList();
  }

  private List<AddHeader> headers() {
    List<AddHeader> headers = new ArrayList<>();
    for (LoadedDirective directive : body.all("add_header")) {
      if (directive.arguments().size() < 2) {
        continue;
      }
      if (directive.arguments().size() > 2 && !directive.argument(2).equals("always")) {
        problems.add(
            directive,
            directive.arguments().get(2),
            "invalid parameter \"" + directive.argument(2) + "\"");
      }
      headers.add(
          new AddHeader(
              directive.origin(),
              directive.argument(0),
              templates.read(directive, directive.arguments().get(1)),
              directive.arguments().size() > 2));
    }
    return headers;
  }

  private Referers referers(List<ServerName> names) {
    return new ReferersReader(problems, patterns).read(body.all("valid_referers"), names);
  }

  /** Returns which of some directives is in force; {@code off} takes back what holds around it. */
  private Optional<Handler> module(Set<String> names, Optional<Handler> outer) {
    for (LoadedDirective directive : body.named(names)) {
      return directive.argument(0).equals("off")
          ? Optional.empty()
          : Optional.of(new Handler(directive.origin(), directive.name(), directive.argument(0)));
    }
    return outer;
  }

  private boolean flag(String name, boolean outer) {
    return body.last(name).map(d -> d.argument(0).equalsIgnoreCase("on")).orElse(outer);
  }
}
