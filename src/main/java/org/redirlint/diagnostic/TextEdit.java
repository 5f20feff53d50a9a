package org.redirlint.diagnostic;

import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * Another text in the place of a stretch of a file.
 *
 * @param file the file as it was read
 * @param span what is replaced; an empty span for a text that is put in
 * @param text what stands there instead, one character for each byte; empty to take the span out
 */
public record TextEdit(SourceFile file, Span span, String text) {

  /** Returns what puts a text before an offset. */
  public static TextEdit insert(SourceFile file, int offset, String text) {
    return new TextEdit(file, new Span(offset, offset), text);
  }
}
