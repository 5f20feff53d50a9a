package org.redirlint.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.semantics.Handover.Address;

/**
 * What is known besides the configuration.
 *
 * @param documentRoot the folder that stands for every document root
 * @param pathMap where the server's folders lie here
 * @param clientAddress the client's address
 * @param serverAddress the address the client reaches the server at
 * @param hosts further hosts that lead back here, in lower case
 * @param tlsUpstream whether TLS ends before the server, which sees plain HTTP
 * @param httpd what is known of an httpd
 * @param backends the servers that requests are handed on to, by their addresses
 */
public record Knowledge(
    Optional<Path> documentRoot,
    PathMap pathMap,
    Optional<String> clientAddress,
    Optional<String> serverAddress,
    Set<String> hosts,
    boolean tlsUpstream,
    Httpd httpd,
    Map<Address, List<String>> backends) {

  /** Takes a copy. */
  public Knowledge {
    hosts = Set.copyOf(hosts);
    backends = Map.copyOf(backends);
  }

  /** Takes what is known of a site whose servers behind are not named. */
  public Knowledge(
      Optional<Path> documentRoot,
      PathMap pathMap,
      Optional<String> clientAddress,
      Optional<String> serverAddress,
      Set<String> hosts,
      boolean tlsUpstream,
      Httpd httpd) {
    this(documentRoot, pathMap, clientAddress, serverAddress, hosts, tlsUpstream, httpd, Map.of());
  }

  /** Nothing. */
  public static final Knowledge NOTHING =
      new Knowledge(
          Optional.empty(),
          PathMap.NONE,
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          false,
          Httpd.USUAL);

  /** Returns the same with other folders. */
  public Knowledge with(PathMap folders) {
    return new Knowledge(
        documentRoot, folders, clientAddress, serverAddress, hosts, tlsUpstream, httpd, backends);
  }

  /** Returns the same with servers that requests are handed on to. */
  public Knowledge with(Map<Address, List<String>> servers) {
    return new Knowledge(
        documentRoot, pathMap, clientAddress, serverAddress, hosts, tlsUpstream, httpd, servers);
  }

  /** Returns all that is known here, and where nothing is, what is known elsewhere. */
  public Knowledge or(Knowledge other) {
    List<PathMap.Mapping> mappings = new ArrayList<>(pathMap.mappings());
    for (PathMap.Mapping mapping : other.pathMap.mappings()) {
      if (mappings.stream().noneMatch(own -> own.from().equals(mapping.from()))) {
        mappings.add(mapping);
      }
    }
    Set<String> allHosts = new HashSet<>(hosts);
    allHosts.addAll(other.hosts);
    return new Knowledge(
        documentRoot.or(() -> other.documentRoot),
        new PathMap(mappings),
        clientAddress.or(() -> other.clientAddress),
        serverAddress.or(() -> other.serverAddress),
        allHosts,
        tlsUpstream || other.tlsUpstream,
        httpd.equals(Httpd.USUAL) ? other.httpd : httpd,
        backends.isEmpty() ? other.backends : backends);
  }

  /**
   * What is known of an httpd.
   *
   * @param modules the modules that are loaded
   * @param defines what is defined at its command line
   * @param place where a lone {@code .htaccess} file stands below the document root
   */
  public record Httpd(Set<String> modules, Map<String, String> defines, String place) {

    /** The usual modules, and a file in the document root itself. */
    public static final Httpd USUAL = new Httpd(Installation.USUAL_MODULES, Map.of(), "/");

    /** Takes copies. */
    public Httpd {
      modules = Set.copyOf(modules);
      defines = Map.copyOf(defines);
    }
  }
}
