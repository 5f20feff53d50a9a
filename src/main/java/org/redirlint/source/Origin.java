package org.redirlint.source;

import java.util.Optional;

/**
 * Where something was read, and how the server came to read it.
 *
 * @param file the file
 * @param span the place in it
 * @param includedBy the directive that included the file; empty for a file that was named itself
 */
public record Origin(SourceFile file, Span span, Optional<Origin> includedBy) {

  /** Returns the origin of a place in a file that no other file includes. */
  public static Origin of(SourceFile file, Span span) {
    return new Origin(file, span, Optional.empty());
  }

  /** Returns this origin's neighbour: another place in the same file, included the same way. */
  public Origin at(Span other) {
    return new Origin(file, other, includedBy);
  }

  /** Returns where the span begins. */
  public Position start() {
    return file.position(span.start());
  }

  /** Returns the place after the span's last character. */
  public Position end() {
    return file.position(span.end());
  }
}
