package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.model.nginx.Locations;
import org.redirlint.model.nginx.Locations.Found;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/**
 * Looks a URI up among the exact and prefix locations of one level.
 *
 * @param locations the locations
 */
record StaticLocations(Locations locations) implements Classifier<Found> {

  @Override
  public Found of(String uri) {
    return locations.find(uri);
  }

  @Override
  public List<Case<Found>> cases() {
    List<Case<Found>> cases = new ArrayList<>();
    for (String uri : locations.wholeUris()) {
      cases.add(new Case<>(TextSet.of(uri), locations.find(uri)));
    }
    for (String prefix : locations.prefixes()) {
      // The prefix itself may be an exact location too; what begins with it is not.
      cases.add(new Case<>(TextSet.startingWith(prefix), locations.beginning(prefix)));
    }
    cases.add(new Case<>(TextSet.ALL, locations.beginning("")));
    return cases;
  }
}
