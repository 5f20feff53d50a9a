package org.redirlint.source;

/**
 * A stretch of a file.
 *
 * @param start offset of the first byte, 0-based
 * @param end offset of the byte after the last one; equal to {@code start} for an empty span
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Returns the number of bytes. */
  public int length() {
    return end - start;
  }

  /** Returns the smallest span that holds this one and the other. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
