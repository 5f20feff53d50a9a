package org.redirlint.semantics.nginx;

/** MurmurHash2 with seed 0, which split_clients uses. */
final class MurmurHash {

  private static final int MULTIPLIER = 0x5bd1e995;

  private MurmurHash() {}

  /** Returns the hash of a text of bytes, 0 to 4294967295. */
  static long of(String text) {
    int length = text.length();
    int hash = length;
    int at = 0;
    for (; length - at >= 4; at += 4) {
      int word =
          text.charAt(at)
              | text.charAt(at + 1) << 8
              | text.charAt(at + 2) << 16
              | text.charAt(at + 3) << 24;
      word *= MULTIPLIER;
      word ^= word >>> 24;
      word *= MULTIPLIER;
      hash = hash * MULTIPLIER ^ word;
    }
    int left = length - at;
    if (left > 2) {
      hash ^= text.charAt(at + 2) << 16;
    }
    if (left > 1) {
      hash ^= text.charAt(at + 1) << 8;
    }
    if (left > 0) {
      hash ^= text.charAt(at);
      hash *= MULTIPLIER;
    }
    hash ^= hash >>> 13;
    hash *= MULTIPLIER;
    hash ^= hash >>> 15;
    return hash & 0xFFFFFFFFL;
  }
}
