package org.redirlint.model.nginx;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redirlint.source.Origin;

/**
 * A virtual server.
 *
 * @param origin the {@code server} block
 * @param listens the addresses it answers on, at least one; UNIX sockets are left out
 * @param names its names, at least one: the empty name if none is given
 * @param mergeSlashes whether adjacent slashes of a URI become one
 * @param ignoreInvalidHeaders whether headers with invalid names are dropped
 * @param underscoresInHeaders whether header names may hold underscores
 * @param scope what holds for a URI that no location matches; its rewrite steps run first for every
 *     request
 * @param namedLocations the named locations, by name, the {@code @} included
 */
public record Server(
    Origin origin,
    List<Listen> listens,
    List<ServerName> names,
    boolean mergeSlashes,
    boolean ignoreInvalidHeaders,
    boolean underscoresInHeaders,
    Scope scope,
    Map<String, Location> namedLocations) {

  public Server {
    listens = List.copyOf(listens);
    names = List.copyOf(names);
    namedLocations = Map.copyOf(namedLocations);
  }

  /** Returns the server's main name, {@code $server_name}. */
  public String mainName() {
    return names.get(0).written();
  }

  /** Returns all that holds somewhere in the server, the outer scopes first. */
  public Stream<Scope> scopes() {
    return Stream.concat(Stream.of(scope), namedLocations.values().stream().map(Location::scope))
        .flatMap(Scope::all);
  }

  /** Tells whether there is a block of the server; there is none around a part of one. */
  public boolean isWritten() {
    return origin.span().start() < origin.span().end();
  }
}
