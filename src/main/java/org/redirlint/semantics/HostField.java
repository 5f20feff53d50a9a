package org.redirlint.semantics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Host header that is handed on (RFC 9110 section 7.2).
 *
 * @param host the host in lower case
 * @param port the port it names
 * @param <V> a value
 */
public record HostField<V>(V host, OptionalInt port) {

  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?");

  private record Name(boolean plain, OptionalInt port) {}

  /**
   * Reads a Host header.
   *
   * @throws UndeterminedException if servers read it differently
   */
  public static <V> List<HostField<V>> of(Domain<V> domain, V field) {
    return Branches.then(
        domain.classify(Classifier.opaque(HostField::name), field),
        side ->
            List.of(
                new HostField<>(
                    side.result().plain()
                        ? side.value()
                        : domain.transform(HostField::withoutPort, side.value()),
                    side.result().port())));
  }

  private static Name name(String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches()) {
      throw new UndeterminedException(
          "what the Host header \"" + text + "\" stands for is not known");
    }
    String port = matcher.group(1);
    return new Name(
        port == null && text.equals(text.toLowerCase(Locale.ROOT)),
        port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)));
  }

  private static String withoutPort(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon > text.lastIndexOf(']') ? text.substring(0, colon) : text;
    return host.toLowerCase(Locale.ROOT);
  }
}
