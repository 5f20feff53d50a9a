package org.redirlint.resolve.nginx;

import org.redirlint.model.nginx.LocationMatch;

/**
 * What a location is called.
 *
 * @param text its name without the modifier
 * @param match what it matches
 */
record LocationName(String text, LocationMatch match) {

  boolean isNamed() {
    return match instanceof LocationMatch.Named;
  }

  boolean isRegex() {
    return match instanceof LocationMatch.RegexMatch;
  }

  boolean isExact() {
    return match instanceof LocationMatch.Exact;
  }
}
