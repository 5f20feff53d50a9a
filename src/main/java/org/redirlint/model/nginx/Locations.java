package org.redirlint.model.nginx;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.model.nginx.LocationMatch.Exact;
import org.redirlint.model.nginx.LocationMatch.RegexMatch;

/**
 * The locations of one level, ready to be looked up: exact names by hash, prefixes by binary
 * search, regular expressions in turn.
 */
public final class Locations {

  /** No locations. */
  public static final Locations NONE = new Locations(List.of());

  private final List<Location> all;
  private final Map<String, Location> exact = new HashMap<>();
  private final PrefixTable<Location> prefixes;
  private final Map<String, Location> slashRedirects = new HashMap<>();
  private final List<Location> patterns;

  /** Takes the locations of one level, in the order written; named ones are left out. */
  public Locations(List<Location> locations) {
    this.all = List.copyOf(locations);
    Map<String, Location> inclusive = new HashMap<>();
    for (Location location : locations) {
      if (location.match() instanceof Exact match) {
        exact.putIfAbsent(match.uri(), location);
      } else if (isPrefix(location.match())) {
        inclusive.putIfAbsent(location.name(), location);
      }
    }
    this.prefixes = new PrefixTable<>(inclusive);
    this.patterns = locations.stream().filter(l -> l.match() instanceof RegexMatch).toList();
    Stream.concat(inclusive.values().stream(), exact.values().stream())
        .filter(Location::redirectsToSlash)
        .map(l -> l.name().substring(0, l.name().length() - 1))
        .forEach(
            name -> {
              Location only = exact.get(name + "/");
              slashRedirects.put(name, only != null ? only : inclusive.get(name + "/"));
            });
  }

  /** Returns every location of the level, in the order written. */
  public List<Location> all() {
    return all;
  }

  /** Returns the regular expression locations, in the order written. */
  public List<Location> patterns() {
    return patterns;
  }

  /** Looks a URI up among the exact and prefix locations (ngx_http_core_find_static_location). */
  public Found find(String uri) {
    Location whole = exact.get(uri);
    if (whole != null) {
      return new Found(Kind.EXACT, Optional.of(whole));
    }
    Optional<Location> longest = prefixes.longest(uri);
    Location redirect = slashRedirects.get(uri);
    if (redirect != null && !longest.filter(l -> l.name().equals(uri)).isPresent()) {
      return new Found(Kind.SLASH_REDIRECT, Optional.of(redirect));
    }
    return new Found(longest.isPresent() ? Kind.PREFIX : Kind.NONE, longest);
  }

  /** Returns the URIs that are looked up as a whole: exact names, and names without their slash. */
  public Set<String> wholeUris() {
    Set<String> uris = new LinkedHashSet<>(exact.keySet());
    uris.addAll(slashRedirects.keySet());
    return uris;
  }

  /** Returns the prefixes, the longest first. */
  public List<String> prefixes() {
    return prefixes.all().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /**
   * Looks up a URI that begins with a text and is neither looked up as a whole nor longer known.
   */
  public Found beginning(String prefix) {
    Optional<Location> longest = prefixes.longest(prefix);
    return new Found(longest.isPresent() ? Kind.PREFIX : Kind.NONE, longest);
  }

  private static boolean isPrefix(LocationMatch match) {
    return match instanceof LocationMatch.Prefix || match instanceof LocationMatch.PriorityPrefix;
  }

  /** How a URI meets the exact and prefix locations of a level. */
  public enum Kind {
    /** A location has the URI as its exact name: the search ends. */
    EXACT,
    /** The longest prefix: nested locations and regular expressions may still win. */
    PREFIX,
    /** The URI lacks the final slash of a location that an upstream answers. */
    SLASH_REDIRECT,
    /** No exact or prefix location matches. */
    NONE
  }

  /**
   * The outcome of a look-up.
   *
   * @param kind how the URI meets the locations
   * @param location the location; empty for {@link Kind#NONE}
   */
  public record Found(Kind kind, Optional<Location> location) {}
}
