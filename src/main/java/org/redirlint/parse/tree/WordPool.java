package org.redirlint.parse.tree;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one copy of each short word of a file: a migration's hundred thousand redirects say the
 * same few words hundred thousand times, and half of the memory would go there.
 */
public final class WordPool {

  private static final int LONGEST_WORD = 24;
  private static final int MOST_WORDS = 1024;

  private final Map<String, String> words = new HashMap<>();

  /** Returns a word that equals this one: mostly the copy that is there already. */
  public String share(String word) {
    if (word.length() > LONGEST_WORD) {
      return word;
    }
    String known = words.get(word);
    if (known != null) {
      return known;
    }
    if (words.size() < MOST_WORDS) {
      words.put(word, word);
    }
    return word;
  }
}
