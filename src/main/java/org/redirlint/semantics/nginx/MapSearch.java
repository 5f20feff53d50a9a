package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.nginx.NameTable;
import org.redirlint.model.nginx.VariableDefinition.MapTable;
import org.redirlint.model.nginx.VariableDefinition.MapValue;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/**
 * Looks a source up among the names of a map; empty where the patterns are to be tried, which is
 * never so for the empty source.
 *
 * @param map the map
 */
record MapSearch(MapTable map) implements Classifier<Optional<MapValue>> {

  @Override
  public Optional<MapValue> of(String source) {
    String name = HostHeader.lowerCase(source);
    boolean dot = map.hostnames() && name.endsWith(".");
    Optional<MapValue> found = map.names().find(dot ? name.substring(0, name.length() - 1) : name);
    return found.isEmpty() && source.isEmpty() ? Optional.of(map.defaultValue()) : found;
  }

  @Override
  public List<Case<Optional<MapValue>>> cases() {
    List<Case<Optional<MapValue>>> cases = new ArrayList<>();
    for (NameTable.Entry<MapValue> entry : map.names().entries()) {
      Optional<MapValue> value = Optional.of(entry.value());
      cases.add(new Case<>(new TextSet.InAnyCase(entry.texts()), value));
      if (map.hostnames()) {
        cases.add(new Case<>(new TextSet.InAnyCase(entry.withFinalDot()), value));
      }
    }
    cases.add(new Case<>(TextSet.of(""), Optional.of(map.defaultValue())));
    cases.add(new Case<>(TextSet.all(), Optional.empty()));
    return cases;
  }
}
