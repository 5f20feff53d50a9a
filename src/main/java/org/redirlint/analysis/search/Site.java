package org.redirlint.analysis.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.Configuration;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.TransitionSystem;

/** A configuration to be searched, of either server. */
public interface Site {

  /** Returns the configuration. */
  Configuration configuration();

  /** Returns the server in a domain. */
  <V> TransitionSystem<V, ?> system(Domain<V> domain, Facts facts);

  /** Returns the server as it answers one request. */
  default Simulator simulator(Facts facts) {
    return simulator(facts, new Strings());
  }

  /**
   * Returns the server as it answers one request.
   *
   * @param strings how texts are looked at, and how many
   */
  Simulator simulator(Facts facts, Strings strings);

  /** Returns where it listens. */
  List<Entrance> entrances();

  /** Returns what is worth a try. */
  Seeds seeds();

  /** Returns the folders that must be there, without a slash at the end. */
  Set<String> roots();

  /**
   * Returns the files that are to be shown for folders, as they are named; one that is named from
   * the root on begins with a slash.
   */
  Set<String> indices();

  /** Tells whether any host may be its own, as no names are configured. */
  boolean nameless();

  /** Tells whether the server's own configuration is given, besides that of a folder. */
  boolean knowsServers();

  /** Tells whether only the inside of a server is given, of which there may be more. */
  default boolean isPartOfServer() {
    return false;
  }

  /** Returns where it hands requests on to, as far as that is written. */
  default List<Onward> onward() {
    return List.of();
  }

  /**
   * Returns the site as it is if a folder has rules of its own, which hold instead of those above
   * it; empty where there is no such thing, or where the folder's rules are known.
   *
   * @param folder an absolute path, without a slash at the end
   */
  Optional<Site> withOwnRules(String folder);
}
