package org.redirlint.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's bytes, its name, and the way from an offset to a line and a column.
 *
 * <p>Servers read bytes, so the text holds one character (U+0000 to U+00FF) for each byte: nothing
 * is lost, and a pattern sees what the server's would see. Only {@link #line} decodes, for people.
 */
public final class SourceFile {

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final String path;
  private final String text;
  private final int[] lineStarts;
  private final Columns columns;

  private SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.columns = new Columns(text, lineStarts);
  }

  /**
   * Returns the file with these bytes.
   *
   * @param path the name by which messages call the file
   */
  public static SourceFile of(String path, byte[] bytes) {
    return new SourceFile(path, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Returns a file whose bytes are the text in UTF-8. */
  public static SourceFile of(String path, String text) {
    return of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the file with these bytes, given as characters.
   *
   * @param text one character (U+0000 to U+00FF) for each byte
   */
  public static SourceFile ofBytes(String path, String text) {
    return new SourceFile(path, text);
  }

  /** Returns the name by which messages call the file. */
  public String path() {
    return path;
  }

  /** Returns the content, one character for each byte. */
  public String text() {
    return text;
  }

  /** Returns the number of bytes. */
  public int length() {
    return text.length();
  }

  /** Returns the text of a span, one character for each byte. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** Returns the length of the byte order mark the file begins with, in bytes: 3 or 0. */
  public int byteOrderMarkLength() {
    return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
  }

  /** Returns the file's bytes. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns the line and column of an offset; a column counts characters where the line is UTF-8,
   * else bytes.
   */
  public Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, columns.column(offset, line));
  }

  /** Returns the number of lines; a file that ends in a line break has no further line. */
  public int lineCount() {
    int last = lineStarts.length;
    return last > 1 && lineStarts[last - 1] == text.length() ? last - 1 : last;
  }

  /**
   * Returns a line as people read it, without its line break.
   *
   * @param number the line's number, 1-based
   */
  public String line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return readable(text.substring(start, end));
  }

  /**
   * Returns bytes, given as characters, as people read them: as UTF-8, else as ISO 8859-1. A text
   * that is no bytes, having characters beyond U+00FF, comes back as it is.
   */
  public static String readable(String bytes) {
    int highest = bytes.chars().max().orElse(0);
    return highest <= 0x7F || highest > 0xFF ? bytes : decode(bytes);
  }

  @Override
  public String toString() {
    return path;
  }

  private static String decode(String bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return bytes;
    }
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
