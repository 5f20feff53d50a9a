package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteContext.Option;
import org.redirlint.model.httpd.RewriteMap;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.TlsEngine;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;
import org.redirlint.model.httpd.VirtualHost.Proxy;
import org.redirlint.model.httpd.VirtualHost.ServerOptions;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/** Reads one server: the main one, or a {@code VirtualHost}. */
final class ServerReader {

  /** Where Debian's httpd has its files, if nothing else is said. */
  static final String DEFAULT_ROOT = "/var/www/html";

  private static final Set<String> SECTIONS =
      Set.of("<directory", "<directorymatch", "<location", "<locationmatch");

  private static final Set<String> PROTOCOL_OPTIONS =
      Set.of("unsafe", "strict", "registeredmethods", "lenientmethods", "require1.0", "allow0.9");

  private static final int MOST_PORT = 65_535;

  /** What holds where a configuration leaves out what .htaccess files may say. */
  private static final Settings OVERRIDABLE =
      Settings.NONE.with(CoreSettings.overridable(EnumSet.allOf(CoreSettings.Overridable.class)));

  private final Installation installation;
  private final Problems problems;
  private final MapReader maps;
  private final List<Section> directories = new ArrayList<>();
  private final List<Section> locations = new ArrayList<>();
  private final List<Proxy> proxies = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private Optional<String> name = Optional.empty();
  private OptionalInt port = OptionalInt.empty();
  private Optional<String> scheme = Optional.empty();
  private Optional<String> path = Optional.empty();
  private Optional<String> root = Optional.empty();
  private Optional<TlsEngine> tls = Optional.empty();
  private Optional<Boolean> mergeSlashes = Optional.empty();
  private Optional<Boolean> unsafe = Optional.empty();
  private Optional<Boolean> trace = Optional.empty();
  private OptionalInt longestRequestLine = OptionalInt.empty();
  private OptionalInt mostRedirects = OptionalInt.empty();
  private OptionalInt mostSubrequests = OptionalInt.empty();
  private Optional<String> accessFile = Optional.empty();
  private boolean everything;
  private boolean whole;
  private Place place = Place.FRAGMENT;
  private Optional<String> virtualRoot = Optional.empty();

  ServerReader(Installation installation, Problems problems) {
    this.installation = installation;
    this.problems = problems;
    this.maps = new MapReader(installation.files());
  }

  /**
   * Reads the main server.
   *
   * @param overridable whether {@code .htaccess} files may say anything, as nothing is said of it
   * @param complete whether the configuration says where the server listens, or has virtual hosts
   */
  VirtualHost main(
      Origin origin, List<Statement> statements, boolean overridable, boolean complete) {
    everything = overridable;
    whole = complete;
    place = complete ? Place.SERVER : Place.FRAGMENT;
    return server(origin, List.of(), statements, Optional.empty());
  }

  /** Reads a virtual host, which inherits from the main server. */
  VirtualHost host(Statement section, VirtualHost main) {
    List<Address> addresses = new ArrayList<>();
    place = Place.SERVER.inside(section);
    try {
      DirectiveCheck.check(section, Place.SERVER);
      for (String argument : section.arguments()) {
        addresses.add(address(argument));
      }
    } catch (RefusedException refused) {
      problems.add(section, String.valueOf(refused.getMessage()));
    }
    return server(section.origin(), addresses, section.body(), Optional.of(main));
  }

  private static Address address(String text) throws RefusedException {
    if (text.matches("[0-9]+")) {
      throw new RefusedException("Missing address for VirtualHost");
    }
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > text.lastIndexOf(']') && colon >= 0;
    String host = hasPort ? text.substring(0, colon) : text;
    String digits = hasPort ? text.substring(colon + 1) : "0";
    int port = digits.equals("*") ? 0 : (int) Texts.leadingNumber(digits);
    if (digits.matches("[0-9]+") && hasPort && (port < 1 || port > MOST_PORT)) {
      throw new RefusedException("The address or port is invalid");
    }
    boolean any = host.equals("*") || host.equalsIgnoreCase("_default_");
    return new Address(any ? Address.ANY : host, port);
  }

  private VirtualHost server(
      Origin origin,
      List<Address> addresses,
      List<Statement> statements,
      Optional<VirtualHost> main) {
    List<Statement> settings = new ArrayList<>();
    for (Statement statement : statements) {
      try {
        DirectiveCheck.check(statement, place);
        if (!read(statement)) {
          settings.add(statement);
        }
      } catch (RefusedException refused) {
        problems.add(statement, String.valueOf(refused.getMessage()));
      }
    }
    Settings own =
        new SettingsReader(
                installation.expressions(), problems, place, Optional.empty(), Optional.empty())
            .readAll(settings)
            .settings();
    if (everything) {
      own = OVERRIDABLE.merge(own);
    }
    Settings said = own;
    RewriteContext rules = own.rewrite();
    List<Section> allDirectories = new ArrayList<>();
    List<Section> allLocations = new ArrayList<>();
    main.ifPresent(
        outer -> {
          allDirectories.addAll(outer.directories());
          allLocations.addAll(outer.locations());
        });
    allDirectories.addAll(directories);
    allLocations.addAll(locations);
    boolean silent = rules.equals(RewriteContext.NONE) && maps.maps().isEmpty();
    RewriteContext merged = main.map(outer -> outer.rewrite().merge(rules)).orElse(rules);
    boolean inherits =
        merged.has(Option.INHERIT)
            || merged.has(Option.INHERIT_BEFORE)
            || main.map(VirtualHost::rewrite).filter(c -> c.has(Option.INHERIT_DOWN)).isPresent();
    Map<String, RewriteMap> allMaps = new HashMap<>();
    if (silent || inherits) {
      main.ifPresent(outer -> allMaps.putAll(outer.maps()));
    }
    allMaps.putAll(maps.maps());
    RewriteContext effective = silent && main.isPresent() ? RewriteContext.NONE : merged;
    return new VirtualHost(
        origin,
        addresses,
        name.or(() -> main.flatMap(VirtualHost::name)),
        port,
        scheme,
        aliases,
        path,
        root.or(() -> main.map(VirtualHost::documentRoot)).orElse(DEFAULT_ROOT),
        tls.orElse(inherited(main)),
        main.map(outer -> outer.settings().merge(said.inherited())).orElse(said.inherited()),
        effective,
        main.map(outer -> outer.alias().merge(said.alias())).orElse(said.alias()),
        allMaps,
        DirectoryOrder.sorted(allDirectories),
        allLocations,
        options(main.map(VirtualHost::options)));
  }

  /** A main server that neither listens nor has hosts is a piece of one: the rest is not known. */
  private TlsEngine inherited(Optional<VirtualHost> main) {
    return main.isEmpty()
        ? (whole ? TlsEngine.OFF : TlsEngine.UNKNOWN)
        : main.get().tls() == TlsEngine.ON ? TlsEngine.ON : TlsEngine.OFF;
  }

  private ServerOptions options(Optional<ServerOptions> outer) {
    List<Proxy> allProxies = new ArrayList<>(proxies);
    outer.ifPresent(main -> allProxies.addAll(main.proxies()));
    return new ServerOptions(
        mergeSlashes.orElse(outer.map(ServerOptions::mergeSlashes).orElse(true)),
        unsafe.orElse(outer.map(ServerOptions::unsafe).orElse(false)),
        trace.orElse(outer.map(ServerOptions::trace).orElse(true)),
        longestRequestLine.orElse(outer.map(ServerOptions::longestRequestLine).orElse(8190)),
        mostRedirects.orElse(outer.map(ServerOptions::mostRedirects).orElse(10)),
        mostSubrequests.orElse(outer.map(ServerOptions::mostSubrequests).orElse(10)),
        accessFile.orElse(outer.map(ServerOptions::accessFile).orElse(".htaccess")),
        virtualRoot.or(() -> outer.flatMap(ServerOptions::virtualDocumentRoot)),
        allProxies);
  }

  private boolean read(Statement statement) throws RefusedException {
    String first = statement.argument(0);
    if (SECTIONS.contains(statement.name())) {
      section(statement);
      return true;
    }
    switch (statement.name()) {
      case "servername" -> serverName(first);
      case "serveralias" -> {
        if (place.kind() == Place.Kind.SERVER) {
          throw new RefusedException("ServerAlias only used in <VirtualHost>");
        }
        statement.arguments().forEach(alias -> aliases.add(alias.toLowerCase(Locale.ROOT)));
      }
      case "serverpath" -> path = Optional.of(first);
      case "documentroot" -> root = Optional.of(withoutSlash(first));
      case "sslengine" -> {
        if (!Set.of("on", "off", "optional").contains(first.toLowerCase(Locale.ROOT))) {
          throw new RefusedException("Argument must be On or Off");
        }
        tls = Optional.of(first.equalsIgnoreCase("off") ? TlsEngine.OFF : TlsEngine.ON);
      }
      case "mergeslashes" -> mergeSlashes = Optional.of(statement.isOn());
      case "httpprotocoloptions" -> {
        for (String word : statement.arguments()) {
          if (!PROTOCOL_OPTIONS.contains(word.toLowerCase(Locale.ROOT))) {
            throw new RefusedException(
                "HttpProtocolOptions accepts 'Unsafe' or 'Strict' (default)");
          }
        }
        unsafe = Optional.of(statement.arguments().stream().anyMatch("unsafe"::equalsIgnoreCase));
      }
      case "traceenable" -> {
        if (!Set.of("on", "off", "extended").contains(first.toLowerCase(Locale.ROOT))) {
          throw new RefusedException("TraceEnable must be one of 'on', 'off', or 'extended'");
        }
        trace = Optional.of(!first.equalsIgnoreCase("off"));
      }
      case "limitrequestline" -> {
        if (Texts.leadingNumber(first) < 0) {
          throw new RefusedException(
              "LimitRequestLine \"" + first + "\" must be a non-negative integer");
        }
        longestRequestLine = OptionalInt.of((int) Texts.leadingNumber(first));
      }
      case "limitinternalrecursion" -> {
        mostRedirects = OptionalInt.of(recursion(first));
        String second = statement.argument(1);
        mostSubrequests = OptionalInt.of(recursion(second.isEmpty() ? first : second));
      }
      case "accessfilename" -> accessFile = Optional.of(first);
      case "virtualdocumentroot" -> virtualRoot = Optional.of(first);
      case "rewritemap" -> maps.read(statement);
      case "proxypass", "proxypassmatch" -> proxyPass(statement);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static int recursion(String written) throws RefusedException {
    long limit = Texts.leadingNumber(written);
    if (limit < 1) {
      throw new RefusedException("The recursion limit must be greater than zero.");
    }
    return (int) limit;
  }

  private void serverName(String written) throws RefusedException {
    String rest = written;
    int colon = rest.indexOf("://");
    if (colon >= 0) {
      scheme = Optional.of(rest.substring(0, colon).toLowerCase(Locale.ROOT));
      rest = rest.substring(colon + 3);
    }
    int end = rest.lastIndexOf(':');
    boolean hasPort = end > rest.lastIndexOf(']');
    long number = hasPort ? Texts.leadingNumber(rest.substring(end + 1)) : 1;
    if (number < 1 || number > MOST_PORT) {
      throw new RefusedException(
          "The port number \"" + written + "\" is outside the appropriate range");
    }
    name = Optional.of(hasPort ? rest.substring(0, end) : rest);
    port = hasPort ? OptionalInt.of((int) number) : OptionalInt.empty();
  }

  private void proxyPass(Statement statement) throws RefusedException {
    boolean match = statement.name().equals("proxypassmatch");
    Optional<Regex> pattern =
        match
            ? Optional.of(
                Texts.regex(
                    statement.argument(0), false, "Regular expression could not be compiled."))
            : Optional.empty();
    String target = statement.argument(1);
    proxies.add(
        new Proxy(
            statement.origin(),
            match ? "" : statement.argument(0),
            pattern,
            target.equals("!")
                ? Optional.empty()
                : Optional.of(statement.source().name() + " " + target)));
  }

  private void section(Statement statement) throws RefusedException {
    boolean directory = statement.name().startsWith("<directory");
    boolean match = statement.name().endsWith("match");
    boolean tilde = statement.argument(0).equals("~");
    String written = statement.argument(tilde ? 1 : 0);
    boolean regex = match || tilde;
    boolean plainDirectory = directory && !regex;
    String name = plainDirectory && !written.endsWith("/") ? written + "/" : written;
    Optional<Regex> pattern = regex ? Optional.of(Texts.sectionRegex(written)) : Optional.empty();
    Optional<String> location = directory || regex ? Optional.empty() : Optional.of(written);
    Expression.Reader reader = installation.expressions();
    SettingsReader inner =
        new SettingsReader(
                reader, problems, place.inside(statement), Optional.of(written), location)
            .readAll(proxied(statement, written));
    (directory ? directories : locations)
        .add(
            new Section(
                statement.origin(),
                directory ? Section.Kind.DIRECTORY : Section.Kind.LOCATION,
                name,
                pattern,
                SettingsReader.isWildcard(name),
                Optional.empty(),
                inner.settings()));
  }

  /** {@code ProxyPass} in a {@code Location} takes its path from there. */
  private List<Statement> proxied(Statement section, String location) {
    List<Statement> rest = new ArrayList<>();
    for (Statement inner : section.body()) {
      if (inner.name().equals("proxypass") && section.name().equals("<location")) {
        proxies.add(
            new Proxy(
                inner.origin(),
                location,
                Optional.empty(),
                inner.argument(0).equals("!")
                    ? Optional.empty()
                    : Optional.of("ProxyPass " + inner.argument(0))));
      } else {
        rest.add(inner);
      }
    }
    return rest;
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
