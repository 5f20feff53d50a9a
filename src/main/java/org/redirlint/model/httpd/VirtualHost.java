package org.redirlint.model.httpd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.source.Origin;

/**
 * A virtual host, or the main server.
 *
 * @param addresses where it answers; none for the main server
 * @param name {@code ServerName}; empty if it is not given
 * @param namePort the port of {@code ServerName}
 * @param nameScheme the scheme of {@code ServerName}
 * @param aliases {@code ServerAlias}, in lower case, wildcards included
 * @param path {@code ServerPath}
 * @param documentRoot {@code DocumentRoot}, without a slash at its end
 * @param tls whether it speaks TLS
 * @param settings what holds for every request, before all sections
 * @param rewrite the rewrite rules of the server
 * @param alias the redirects and aliases of the server
 * @param maps {@code RewriteMap}, by name
 * @param directories {@code Directory} sections in httpd's order
 * @param locations {@code Location} sections, in the order written
 * @param options what else is set for the whole server
 */
public record VirtualHost(
    Origin origin,
    List<Address> addresses,
    Optional<String> name,
    OptionalInt namePort,
    Optional<String> nameScheme,
    List<String> aliases,
    Optional<String> path,
    String documentRoot,
    TlsEngine tls,
    Settings settings,
    RewriteContext rewrite,
    AliasContext alias,
    Map<String, RewriteMap> maps,
    List<Section> directories,
    List<Section> locations,
    ServerOptions options) {

  public VirtualHost {
    addresses = List.copyOf(addresses);
    aliases = List.copyOf(aliases);
    maps = Map.copyOf(maps);
    directories = List.copyOf(directories);
    locations = List.copyOf(locations);
  }

  /**
   * An address a virtual host answers on.
   *
   * @param host an IP address, a name, or {@code *}
   * @param port the port; 0 for any
   */
  public record Address(String host, int port) {
    /** The host of an address that stands for all. */
    public static final String ANY = "*";
  }

  /**
   * What is set for a whole server.
   *
   * @param mergeSlashes {@code MergeSlashes}
   * @param unsafe {@code HttpProtocolOptions Unsafe}
   * @param trace {@code TraceEnable}
   * @param longestRequestLine {@code LimitRequestLine}
   * @param mostRedirects {@code LimitInternalRecursion}, its first number
   * @param mostSubrequests {@code LimitInternalRecursion}, its second number
   * @param accessFile {@code AccessFileName}, the first one
   * @param virtualDocumentRoot {@code VirtualDocumentRoot}
   * @param proxies {@code ProxyPass}: the prefix and the directive, in order
   */
  public record ServerOptions(
      boolean mergeSlashes,
      boolean unsafe,
      boolean trace,
      int longestRequestLine,
      int mostRedirects,
      int mostSubrequests,
      String accessFile,
      Optional<String> virtualDocumentRoot,
      List<Proxy> proxies) {
    /** Takes the proxies. */
    public ServerOptions {
      proxies = List.copyOf(proxies);
    }
  }

  /**
   * {@code ProxyPass}.
   *
   * @param prefix the URL-path a request must begin with
   * @param pattern the pattern of {@code ProxyPassMatch}
   * @param directive the directive as written; empty if the prefix is not handed over
   */
  public record Proxy(
      Origin origin,
      String prefix,
      Optional<org.redirlint.regex.Regex> pattern,
      Optional<String> directive) {}
}
