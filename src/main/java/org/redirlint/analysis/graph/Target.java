package org.redirlint.analysis.graph;

import org.redirlint.regex.Language;

/**
 * Where a directive may lead: outside by a redirect, or to another path inside the server.
 *
 * @param authority the server
 * @param place the place there
 */
record Target(Authority authority, Place place) {

  /** Where nobody can tell. */
  static final Target ANYWHERE = new Target(Authority.ANY, Place.ANY);

  /** Leads to another place where the request came from. */
  static Target here(Place place) {
    return new Target(Authority.SAME, place);
  }

  /** Tells whether it is all of another one. */
  boolean includes(Target other) {
    return authority.includes(other.authority) && place.includes(other.place);
  }

  /** Returns the same at some hosts only. */
  Target within(Language hosts) {
    return new Target(authority.within(hosts), place);
  }
}
