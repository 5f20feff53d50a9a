package org.redirlint.ruleset.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a name that it is unknown, and which one may have been meant. */
public final class Names {

  private static final int FEW = 8;

  private Names() {}

  /** Returns the sentence for a name that is none of those there are. */
  public static String unknown(String what, String name, Collection<String> known) {
    String sentence = "there is no " + what + " \"" + name + "\"";
    Optional<String> nearest = nearest(name, known);
    if (nearest.isPresent()) {
      return sentence + "; did you mean \"" + nearest.get() + "\"?";
    }
    return known.size() > FEW
        ? sentence
        : sentence + ", only " + known.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Returns the name that is most like another, if one is like it at all. */
  static Optional<String> nearest(String name, Collection<String> known) {
    int tolerated = Math.max(1, Math.min(name.length(), 40) / 3);
    return known.stream()
        .filter(other -> distance(name, other) <= tolerated)
        .min(
            Comparator.comparingInt((String other) -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns how many characters must be put in, taken out or changed, of the first 64 of each. */
  private static int distance(String left, String right) {
    String from = left.substring(0, Math.min(64, left.length()));
    String to = right.substring(0, Math.min(64, right.length()));
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
