package org.redirlint.ruleset.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a YAML file. */
public sealed interface Node {

  /** Returns where it begins. */
  Place place();

  /** Returns what it is, for messages. */
  String kind();

  /**
   * A single value.
   *
   * @param text the value as a text, empty for nothing
   */
  record Scalar(Place place, String text) implements Node {
    @Override
    public String kind() {
      return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }
  }

  /** Values one after the other. */
  record Sequence(Place place, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A key with its value.
   *
   * @param place the key's place
   */
  record Entry(Place place, String key, Node value) {}

  /** Values with names. */
  record Mapping(Place place, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    /** Returns the value of a key. */
    public Optional<Node> find(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    /**
     * Returns the value of a key that has to be there.
     *
     * @throws InvalidSettingsException if it is not
     */
    public Node get(String key) {
      return find(key).orElseThrow(() -> place.complain("there is no \"" + key + "\""));
    }

    /** Returns the mapping below a key; an empty one if there is none. */
    public Mapping mapping(String key) {
      return find(key).map(Node::asMapping).orElseGet(() -> new Mapping(place, List.of()));
    }

    /** Returns the texts below a key, which may be one text or a list; none if there is none. */
    public List<String> texts(String key) {
      return find(key).map(Node::asTexts).orElseGet(List::of);
    }

    /**
     * Refuses all keys but these.
     *
     * @throws InvalidSettingsException if there is another one
     */
    public void allow(Collection<String> keys) {
      for (Entry entry : entries) {
        if (!keys.contains(entry.key())) {
          throw entry.place().complain(Names.unknown("key", entry.key(), keys));
        }
      }
    }
  }

  /**
   * Returns this as a mapping; nothing at all is an empty one.
   *
   * @throws InvalidSettingsException if it is something else
   */
  default Mapping asMapping() {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    if (this instanceof Scalar scalar && scalar.text().isEmpty()) {
      return new Mapping(scalar.place(), List.of());
    }
    throw place().complain("expected a mapping (key: value), found " + kind());
  }

  /**
   * Returns this as a list; a value that is no list is a list of one.
   *
   * @throws InvalidSettingsException never, but by what is asked of the items
   */
  default List<Node> asList() {
    return this instanceof Sequence sequence ? sequence.items() : List.of(this);
  }

  /**
   * Returns this as a text.
   *
   * @throws InvalidSettingsException if it is a list, a mapping or nothing
   */
  default String asText() {
    if (this instanceof Scalar scalar && !scalar.text().isEmpty()) {
      return scalar.text();
    }
    throw place().complain("expected a text, found " + kind());
  }

  /**
   * Returns this as texts, one or several.
   *
   * @throws InvalidSettingsException if it holds something else
   */
  default List<String> asTexts() {
    return asList().stream().map(Node::asText).toList();
  }

  /**
   * Returns this as a whole number, of at most nine digits.
   *
   * @throws InvalidSettingsException if it is something else
   */
  default int asWholeNumber() {
    String text = this instanceof Scalar scalar ? scalar.text() : "";
    if (!text.matches("[0-9]{1,9}")) {
      throw place().complain("expected a whole number, found " + kind());
    }
    return Integer.parseInt(text);
  }

  /**
   * Returns one of several values by its name.
   *
   * @param what what the names are names of, for messages
   * @throws InvalidSettingsException if this is none of the names
   */
  default <T> T asOneOf(String what, Map<String, T> values) {
    String name = asText();
    T value = values.get(name);
    if (value == null) {
      throw place().complain(Names.unknown(what, name, values.keySet()));
    }
    return value;
  }

  /** Returns a mapping as a map of lists of texts. */
  default Map<String, List<String>> asTextsByKey() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    asMapping().entries().forEach(e -> texts.put(e.key(), new ArrayList<>(e.value().asTexts())));
    return texts;
  }
}
