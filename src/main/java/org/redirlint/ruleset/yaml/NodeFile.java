package org.redirlint.ruleset.yaml;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.ruleset.yaml.Node.Entry;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.Node.Scalar;
import org.redirlint.ruleset.yaml.Node.Sequence;
import org.redirlint.source.Position;

/**
 * YAML files in the form they have once they are read. The build writes the rulesets so: a start
 * that had to read their YAML would spend more time on it than on a file of some 30 lines.
 */
public final class NodeFile {

  private static final int SCALAR = 0;
  private static final int SEQUENCE = 1;
  private static final int MAPPING = 2;

  private final byte[] bytes;
  private int at;

  private NodeFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Writes files.
   *
   * @param files what was read of them, by the names by which messages call them
   * @throws IOException if a file has more than 65,535 lines or bytes in a text
   */
  public static byte[] write(Map<String, Node> files) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(written);
    writeNumber(out, files.size());
    for (Map.Entry<String, Node> file : files.entrySet()) {
      writeText(out, file.getKey());
      writeNode(out, file.getValue());
    }
    return written.toByteArray();
  }

  /** Returns the files that were written, by the names by which messages call them. */
  public static Map<String, Node> read(byte[] written) {
    NodeFile file = new NodeFile(written);
    Map<String, Node> files = new LinkedHashMap<>();
    for (int left = file.number(); left > 0; left--) {
      String name = file.text();
      files.put(name, file.node(name));
    }
    return files;
  }

  private Node node(String name) {
    int kind = bytes[at++];
    Place place = place(name);
    if (kind == SCALAR) {
      return new Scalar(place, text());
    }
    int size = number();
    if (kind == SEQUENCE) {
      List<Node> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(node(name));
      }
      return new Sequence(place, items);
    }
    List<Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Place keyPlace = place(name);
      entries.add(new Entry(keyPlace, text(), node(name)));
    }
    return new Mapping(place, entries);
  }

  private Place place(String name) {
    return new Place(name, new Position(number(), number()));
  }

  private String text() {
    int length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private int number() {
    at += 2;
    return ((bytes[at - 2] & 0xff) << 8) | (bytes[at - 1] & 0xff);
  }

  private static void writeNode(DataOutputStream out, Node node) throws IOException {
    if (node instanceof Scalar scalar) {
      out.writeByte(SCALAR);
      writePlace(out, node.place());
      writeText(out, scalar.text());
    } else if (node instanceof Sequence sequence) {
      out.writeByte(SEQUENCE);
      writePlace(out, node.place());
      writeNumber(out, sequence.items().size());
      for (Node item : sequence.items()) {
        writeNode(out, item);
      }
    } else if (node instanceof Mapping mapping) {
      out.writeByte(MAPPING);
      writePlace(out, node.place());
      writeNumber(out, mapping.entries().size());
      for (Entry entry : mapping.entries()) {
        writePlace(out, entry.place());
        writeText(out, entry.key());
        writeNode(out, entry.value());
      }
    }
  }

  private static void writePlace(DataOutputStream out, Place place) throws IOException {
    writeNumber(out, place.position().line());
    writeNumber(out, place.position().column());
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(out, bytes.length);
    out.write(bytes);
  }

  private static void writeNumber(DataOutputStream out, int number) throws IOException {
    if (number > Character.MAX_VALUE) {
      throw new IOException("too long: " + number);
    }
    out.writeShort(number);
  }
}
