package org.redirlint.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with variables and captures in it.
 *
 * @param parts the pieces; no two literals stand side by side, and no literal is empty
 */
public record Template(List<Part> parts) {

  /** The template that is always empty. */
  public static final Template EMPTY = new Template(List.of());

  public Template {
    parts = List.copyOf(parts);
  }

  /** Returns a template without variables. */
  public static Template of(String text) {
    return text.isEmpty() ? EMPTY : new Template(List.of(new Literal(text)));
  }

  /** Tells whether the template always gives the same text. */
  public boolean isLiteral() {
    return parts.isEmpty() || (parts.size() == 1 && parts.get(0) instanceof Literal);
  }

  /** Returns the text the template begins with whatever its variables hold. */
  public String literalPrefix() {
    return !parts.isEmpty() && parts.get(0) instanceof Literal first ? first.text() : "";
  }

  /** Returns the same template with a value in the place of a variable. */
  public Template with(String variable, Template value) {
    List<Part> filled = new ArrayList<>();
    for (Part part : parts) {
      boolean replaced = part instanceof Variable other && other.name().equals(variable);
      for (Part piece : replaced ? value.parts() : List.of(part)) {
        int last = filled.size() - 1;
        if (piece instanceof Literal literal
            && last >= 0
            && filled.get(last) instanceof Literal before) {
          filled.set(last, new Literal(before.text() + literal.text()));
        } else {
          filled.add(piece);
        }
      }
    }
    return new Template(filled);
  }

  /** Returns the template as it would be written. */
  @Override
  public String toString() {
    return parts.stream().map(Part::toString).collect(Collectors.joining());
  }

  /** A piece of a template. */
  public sealed interface Part {}

  /**
   * Text that stands for itself.
   *
   * @param text the text
   */
  public record Literal(String text) implements Part {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * The value of a variable.
   *
   * @param name the name, in lower case, without the dollar sign
   */
  public record Variable(String name) implements Part {
    @Override
    public String toString() {
      return "${" + name + "}";
    }
  }

  /**
   * What a group of the last regular expression matched.
   *
   * @param group the group's number, 0 to 9
   */
  public record Backreference(int group) implements Part {
    @Override
    public String toString() {
      return "$" + group;
    }
  }

  /**
   * What a group of the last condition that matched captured: {@code %1} of mod_rewrite.
   *
   * @param group the group's number, 0 to 9
   */
  public record ConditionBackreference(int group) implements Part {
    @Override
    public String toString() {
      return "%" + group;
    }
  }

  /**
   * What a table holds for a key: <code>${map:key|otherwise}</code> of mod_rewrite.
   *
   * @param map the table's name
   * @param key the key
   * @param otherwise the value where the table does not hold the key
   */
  public record MapLookup(String map, Template key, Template otherwise) implements Part {
    @Override
    public String toString() {
      return "${" + map + ":" + key + (otherwise.parts().isEmpty() ? "" : "|" + otherwise) + "}";
    }
  }

  /**
   * A piece that is too deep inside of others to be read.
   *
   * @param text the piece as it is written
   */
  public record Unread(String text) implements Part {
    @Override
    public String toString() {
      return text;
    }
  }
}
