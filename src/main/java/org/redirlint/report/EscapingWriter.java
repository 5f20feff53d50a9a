package org.redirlint.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Takes JSON, and writes those characters as escapes that JSON allows as they are but a terminal or
 * a reader of the file may act upon. Nothing is lost: they can only stand in strings.
 */
final class EscapingWriter extends FilterWriter {

  private static final char DELETE = 0x7F;

  EscapingWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    if (isHarmful((char) c)) {
      out.write("\\u%04X".formatted(c));
    } else {
      out.write(c);
    }
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    int written = offset;
    for (int i = offset; i < offset + length; i++) {
      if (isHarmful(characters[i])) {
        out.write(characters, written, i - written);
        write(characters[i]);
        written = i + 1;
      }
    }
    out.write(characters, written, offset + length - written);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }

  private static boolean isHarmful(char c) {
    return c >= DELETE
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }
}
