package org.redirlint.model.httpd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.redirlint.regex.Regex;

/**
 * Tells which entries of a long list a text can match at all: most patterns begin with, or are, a
 * text of their own. A text is looked up letter by letter in a tree, whatever the list's length.
 */
public final class PrefixIndex {

  private final Node exactCase = new Node();
  private final Node anyCase = new Node();
  private boolean ignoresCase;
  private Candidates everything = new Candidates(new int[0]);

  private PrefixIndex() {}

  /**
   * What an entry asks of a text.
   *
   * @param prefix what the text begins with
   * @param whole whether there may be nothing behind it
   * @param ignoreCase whether case does not matter
   */
  public record Key(String prefix, boolean whole, boolean ignoreCase) {

    /** The key of an entry that may match anything. */
    public static final Key ANY = new Key("", false, false);

    /** Returns what a regular expression asks of a text. */
    public static Key of(Regex regex) {
      String pattern = regex.pattern();
      if (pattern.startsWith("(?s)")) {
        pattern = pattern.substring(4);
      }
      if (!pattern.startsWith("^") || hasAlternatives(pattern)) {
        return ANY;
      }
      StringBuilder prefix = new StringBuilder();
      int at = 1;
      while (at < pattern.length()) {
        char c = pattern.charAt(at);
        boolean escaped = c == '\\' && at + 1 < pattern.length();
        char literal = escaped ? pattern.charAt(at + 1) : c;
        if (escaped ? isLetterOrDigit(literal) : "\\^$.[]|()?*+{}".indexOf(c) >= 0) {
          break;
        }
        int next = at + (escaped ? 2 : 1);
        if (next < pattern.length() && "?*+{".indexOf(pattern.charAt(next)) >= 0) {
          break;
        }
        if (literal > 0x7E) {
          break;
        }
        prefix.append(literal);
        at = next;
      }
      boolean whole = pattern.startsWith("\\z", at) && at + 2 == pattern.length();
      boolean ignoreCase = regex.ignoreCase();
      String text = ignoreCase ? prefix.toString().toLowerCase(Locale.ROOT) : prefix.toString();
      return new Key(text, whole, ignoreCase);
    }

    private static boolean isLetterOrDigit(char c) {
      return c > 0x7E || Character.isLetterOrDigit(c);
    }

    /** Tells whether there is an alternative outside of all groups; in doubt, there is. */
    private static boolean hasAlternatives(String pattern) {
      int depth = 0;
      for (int i = 0; i < pattern.length(); i++) {
        switch (pattern.charAt(i)) {
          case '\\' -> i++;
          case '(' -> depth++;
          case ')' -> depth--;
          case '|' -> {
            if (depth <= 0) {
              return true;
            }
          }
          default -> {}
        }
        if (depth < 0 || pattern.startsWith("\\Q", i) || pattern.startsWith("(?", i)) {
          return pattern.indexOf('|') >= 0;
        }
      }
      return false;
    }
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>(2);
    private final List<Integer> prefixes = new ArrayList<>(1);
    private final List<Integer> wholes = new ArrayList<>(1);
  }

  /** Returns the index of a list's keys. */
  public static PrefixIndex of(List<Key> keys) {
    PrefixIndex index = new PrefixIndex();
    index.everything = new Candidates(IntStream.range(0, keys.size()).toArray());
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      index.ignoresCase |= key.ignoreCase();
      Node node = key.ignoreCase() ? index.anyCase : index.exactCase;
      for (int at = 0; at < key.prefix().length(); at++) {
        node = node.next.computeIfAbsent(key.prefix().charAt(at), c -> new Node());
      }
      (key.whole() ? node.wholes : node.prefixes).add(i);
    }
    return index;
  }

  /** Returns the numbers of the entries a text can match, in ascending order. */
  public Candidates candidates(String text) {
    List<List<Integer>> found = new ArrayList<>();
    collect(exactCase, text, found);
    if (ignoresCase) {
      collect(anyCase, text.toLowerCase(Locale.ROOT), found);
    }
    if (found.isEmpty()) {
      return Candidates.NONE;
    }
    if (found.size() == 1) {
      return new Candidates(found.get(0).stream().mapToInt(Integer::intValue).toArray());
    }
    return new Candidates(
        found.stream().flatMap(List::stream).mapToInt(Integer::intValue).sorted().toArray());
  }

  /** Returns the numbers of all entries: no text can match any other. */
  public Candidates everything() {
    return everything;
  }

  private static void collect(Node root, String text, List<List<Integer>> found) {
    Node node = root;
    for (int at = 0; node != null; at++) {
      if (!node.prefixes.isEmpty()) {
        found.add(node.prefixes);
      }
      if (at == text.length() && !node.wholes.isEmpty()) {
        found.add(node.wholes);
      }
      node = at < text.length() ? node.next.get(text.charAt(at)) : null;
    }
  }

  /** Numbers of entries. */
  public static final class Candidates {
    private static final Candidates NONE = new Candidates(new int[0]);

    private final int[] numbers;

    Candidates(int[] numbers) {
      this.numbers = numbers;
    }

    /** Returns the first number that is not below another one; -1 if there is none. */
    public int from(int least) {
      int found = Arrays.binarySearch(numbers, least);
      int at = found < 0 ? -found - 1 : found;
      return at < numbers.length ? numbers[at] : -1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Candidates that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }
}
