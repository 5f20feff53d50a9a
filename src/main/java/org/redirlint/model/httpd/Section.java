package org.redirlint.model.httpd;

import java.util.Optional;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * A section whose directives hold for some requests only.
 *
 * @param kind what it looks at
 * @param name what it names, as written; the empty text for {@code Else}
 * @param pattern the regular expression it names, if it is one
 * @param wildcard whether the name holds wildcards
 * @param expression the condition of {@code If} and {@code ElseIf}
 * @param settings what holds in it
 */
public record Section(
    Origin origin,
    Kind kind,
    String name,
    Optional<Regex> pattern,
    boolean wildcard,
    Optional<Expression> expression,
    Settings settings) {

  /** What a section looks at. */
  public enum Kind {
    /** {@code Directory}, {@code DirectoryMatch}. */
    DIRECTORY,
    /** {@code Files}, {@code FilesMatch}. */
    FILES,
    /** {@code Location}, {@code LocationMatch}. */
    LOCATION,
    /** {@code If}. */
    IF,
    /** {@code ElseIf}. */
    ELSE_IF,
    /** {@code Else}. */
    ELSE
  }

  /** Returns how many names a directory's path has. */
  public int depth() {
    return (int) java.util.Arrays.stream(name.split("/")).filter(part -> !part.isEmpty()).count();
  }
}
