package org.redirlint.regex.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** An immutable set of bytes, 0 to 255. */
public final class ByteSet {

  /** How many bytes there are. */
  public static final int SIZE = 256;

  /** No byte. */
  public static final ByteSet NONE = of("");

  /** Every byte. */
  public static final ByteSet ALL = NONE.complement();

  private final BitSet members;

  private ByteSet(BitSet members) {
    this.members = members;
  }

  /** Returns the set of some ranges, each written as its first and its last byte. */
  public static ByteSet of(String ranges) {
    BitSet members = new BitSet(SIZE);
    for (int i = 0; i < ranges.length(); i += 2) {
      members.set(ranges.charAt(i), ranges.charAt(i + 1) + 1);
    }
    return new ByteSet(members);
  }

  /** Returns the set of one byte. */
  public static ByteSet of(char member) {
    return range(member, member);
  }

  /** Returns the set of a range. */
  public static ByteSet range(char first, char last) {
    return of("" + first + last);
  }

  /** Returns the bytes that are no members. */
  public ByteSet complement() {
    BitSet others = (BitSet) members.clone();
    others.flip(0, SIZE);
    return new ByteSet(others);
  }

  /** Returns the members of either set. */
  public ByteSet union(ByteSet other) {
    BitSet union = (BitSet) members.clone();
    union.or(other.members);
    return new ByteSet(union);
  }

  /** Returns the set with each ASCII letter in both cases, as PCRE's built-in tables pair them. */
  public ByteSet inBothCases() {
    BitSet both = (BitSet) members.clone();
    for (char lower = 'a'; lower <= 'z'; lower++) {
      char upper = (char) (lower - 'a' + 'A');
      if (members.get(lower) || members.get(upper)) {
        both.set(lower);
        both.set(upper);
      }
    }
    return new ByteSet(both);
  }

  /** Tells whether a character is a member; no character above 255 is. */
  public boolean contains(char c) {
    return members.get(c);
  }

  /** Tells whether there is no member. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** Returns the members as ranges, in ascending order, none touching the next. */
  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    for (int first = members.nextSetBit(0); first >= 0; ) {
      int last = members.nextClearBit(first) - 1;
      ranges.add(new Range((char) first, (char) last));
      first = members.nextSetBit(last + 1);
    }
    return ranges;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteSet set && set.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return members.toString();
  }

  /**
   * Bytes in a row.
   *
   * @param first the lowest
   * @param last the highest
   */
  public record Range(char first, char last) {}
}
