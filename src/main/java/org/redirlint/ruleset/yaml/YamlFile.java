package org.redirlint.ruleset.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.ruleset.yaml.Node.Entry;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.Node.Scalar;
import org.redirlint.ruleset.yaml.Node.Sequence;
import org.redirlint.source.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML file into {@link Node}s. */
public final class YamlFile {

  private static final int DEEPEST = 50;

  private final String name;
  private final JsonParser parser;

  private YamlFile(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /**
   * Reads a file; an empty one is an empty mapping.
   *
   * @param name the name by which messages call the file
   * @throws InvalidSettingsException if it is no YAML, holds the same key twice, anchors or aliases
   */
  public static Node read(String name, String text) {
    try (JsonParser parser =
        YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      YamlFile file = new YamlFile(name, parser);
      if (parser.nextToken() == null) {
        return new Mapping(new Place(name, new Position(1, 1)), List.of());
      }
      Node root = file.node(0);
      if (parser.nextToken() != null) {
        throw file.place().complain("expected the end of the file, found another document");
      }
      return root;
    } catch (JacksonException malformed) {
      TokenStreamLocation location = malformed.getLocation();
      Position position =
          location == null
              ? new Position(1, 1)
              : new Position(
                  Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
      String problem = malformed.getOriginalMessage().lines().findFirst().orElse("");
      throw new Place(name, position).complain("this is no YAML: " + problem);
    }
  }

  private Node node(int depth) {
    Place place = place();
    if (depth > DEEPEST) {
      throw place.complain("this is nested too deeply");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw place.complain("aliases are not read: write it out");
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return mapping(place, depth);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(depth + 1));
      }
      return new Sequence(place, items);
    }
    boolean nothing = parser.currentToken() == JsonToken.VALUE_NULL;
    return new Scalar(place, nothing ? "" : parser.getString());
  }

  private Mapping mapping(Place place, int depth) {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = place();
      String key = parser.currentName();
      if (!keys.add(key)) {
        throw keyPlace.complain("\"" + key + "\" stands here twice");
      }
      parser.nextToken();
      entries.add(new Entry(keyPlace, key, node(depth + 1)));
    }
    return new Mapping(place, entries);
  }

  private Place place() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Place(name, new Position(location.getLineNr(), location.getColumnNr()));
  }
}
