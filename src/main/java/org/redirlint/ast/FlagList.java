package org.redirlint.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.source.Span;

/**
 * The bracketed last argument of {@code RewriteRule} and {@code RewriteCond}, cut into flags as
 * mod_rewrite does it.
 *
 * @param flags the flags in their order
 * @see <a href="https://httpd.apache.org/docs/2.4/rewrite/flags.html">RewriteRule Flags</a>
 */
public record FlagList(List<Flag> flags) {

  public FlagList {
    flags = List.copyOf(flags);
  }

  /**
   * One flag.
   *
   * @param span its place
   * @param name its name as written, without white space around; empty for a comma too much
   * @param value what follows its {@code =}; the empty string if there is none
   */
  public record Flag(Span span, String name, String value) {

    /** Tells whether the flag has one of these names; case does not matter. */
    public boolean is(String shortName, String longName) {
      return name.equalsIgnoreCase(shortName) || name.equalsIgnoreCase(longName);
    }
  }

  /**
   * Returns the flags of an argument; nothing if it is not in brackets, which mod_rewrite calls
   * "bad flag delimiters".
   */
  public static Optional<FlagList> of(Argument argument) {
    String value = argument.value();
    if (value.length() < 2 || !value.startsWith("[") || !value.endsWith("]")) {
      return Optional.empty();
    }
    List<Flag> flags = new ArrayList<>();
    int start = 1;
    while (start < value.length()) {
      int comma = value.indexOf(',', start);
      int end = comma < 0 ? value.length() - 1 : comma;
      flags.add(flag(argument, start, end));
      start = end + 1;
    }
    return Optional.of(new FlagList(flags));
  }

  /** Returns the first flag with one of these names. */
  public Optional<Flag> find(String shortName, String longName) {
    for (Flag flag : flags) {
      if (flag.is(shortName, longName)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  private static Flag flag(Argument argument, int start, int end) {
    String text = argument.value().substring(start, end);
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? "" : text.substring(equals + 1);
    return new Flag(place(argument, start, end), name.strip(), value.stripTrailing());
  }

  /** A word that is joined over lines has no place for its parts: they get the word's. */
  private static Span place(Argument argument, int start, int end) {
    int opening = argument.raw().indexOf(argument.value());
    return opening < 0
        ? argument.span()
        : new Span(
            argument.span().start() + opening + start, argument.span().start() + opening + end);
  }
}
