package org.redirlint.source;

import java.util.BitSet;

/**
 * The columns of a text that holds one character for each byte. What follows the first byte of a
 * character is counted once, so that a column is found at once, however long its line.
 */
final class Columns {

  /** How many bytes are counted anew for a column. */
  private static final int STRETCH = 256;

  private final String text;
  private final int[] lineStarts;

  /** How many bytes before each stretch follow the first byte of a character. */
  private final int[] following;

  /** The lines that are not UTF-8, each byte of which counts. */
  private final BitSet ofBytes = new BitSet();

  Columns(String text, int[] lineStarts) {
    this.text = text;
    this.lineStarts = lineStarts;
    this.following = isAscii(text) ? new int[0] : following(text);
    if (following.length > 0) {
      for (int line = 0; line < lineStarts.length; line++) {
        String written = text.substring(lineStarts[line], end(line));
        ofBytes.set(line, !isAscii(written) && SourceFile.readable(written).equals(written));
      }
    }
  }

  /**
   * Returns the column of an offset, in characters where the line is UTF-8, else in bytes.
   *
   * @param line the line of the offset, 0-based
   */
  int column(int offset, int line) {
    int start = lineStarts[line];
    int bytes = Math.min(offset, text.length()) - start;
    return following.length == 0 || ofBytes.get(line)
        ? bytes + 1
        : bytes - (followingBefore(start + bytes) - followingBefore(start)) + 1;
  }

  private int end(int line) {
    return line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
  }

  private int followingBefore(int offset) {
    int stretch = offset / STRETCH;
    return following[stretch] + following(text, stretch * STRETCH, offset);
  }

  private static int[] following(String text) {
    int[] counts = new int[text.length() / STRETCH + 1];
    for (int stretch = 1; stretch < counts.length; stretch++) {
      int from = (stretch - 1) * STRETCH;
      counts[stretch] = counts[stretch - 1] + following(text, from, from + STRETCH);
    }
    return counts;
  }

  private static int following(String text, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      if ((text.charAt(at) & 0xC0) == 0x80) {
        count++;
      }
    }
    return count;
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
