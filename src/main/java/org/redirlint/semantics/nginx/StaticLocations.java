package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.model.nginx.Locations;
import org.redirlint.model.nginx.Locations.Found;
import org.redirlint.regex.Lazy;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/** Looks a URI up among the exact and prefix locations of one level. */
final class StaticLocations implements Classifier<Found> {

  private final Locations locations;
  private final Lazy<List<Case<Found>>> cases = new Lazy<>(this::listed);

  StaticLocations(Locations locations) {
    this.locations = locations;
  }

  @Override
  public Found of(String uri) {
    return locations.find(uri);
  }

  @Override
  public List<Case<Found>> cases() {
    return cases.get();
  }

  private List<Case<Found>> listed() {
    List<Case<Found>> listed = new ArrayList<>();
    for (String uri : locations.wholeUris()) {
      listed.add(new Case<>(TextSet.of(uri), locations.find(uri)));
    }
    for (String prefix : locations.prefixes()) {
      // The prefix itself may be an exact location too; what begins with it is not.
      listed.add(new Case<>(TextSet.startingWith(prefix), locations.beginning(prefix)));
    }
    listed.add(new Case<>(TextSet.all(), locations.beginning("")));
    return List.copyOf(listed);
  }
}
