package org.redirlint.resolve.httpd;

import java.util.List;
import java.util.Optional;

/** How many arguments a directive takes, in the words httpd refuses others with (invoke_cmd). */
enum ArgumentCount {
  ONE("1", 1, 1, 1, "takes one argument"),
  ONE_OR_TWO("1-2", 1, 2, 1, "takes 1-2 arguments"),
  ONE_TO_THREE("1-3", 1, 3, 1, "takes one, two or three arguments"),
  TWO("2", 2, 2, 2, "takes two arguments"),
  TWO_OR_THREE("2-3", 2, 3, 2, "takes two or three arguments"),
  AT_LEAST_ONE("1+", 1, Integer.MAX_VALUE, 1, "requires at least one argument"),
  AT_LEAST_TWO("2+", 2, Integer.MAX_VALUE, 1, "requires at least two arguments"),
  FLAG("flag", 1, Integer.MAX_VALUE, 1, "must be On or Off"),
  ANY("any", 0, Integer.MAX_VALUE, 0, "");

  private final String sign;
  private final int least;
  private final int most;
  private final int filled;
  private final String demand;

  ArgumentCount(String sign, int least, int most, int filled, String demand) {
    this.sign = sign;
    this.least = least;
    this.most = most;
    this.filled = filled;
    this.demand = demand;
  }

  /** Returns the count that a sign in the table stands for. */
  static ArgumentCount of(String sign) {
    for (ArgumentCount count : values()) {
      if (count.sign.equals(sign)) {
        return count;
      }
    }
    throw new IllegalArgumentException(sign);
  }

  /**
   * Returns why httpd refuses these arguments of a directive; empty if it does not. An empty
   * argument counts as none where one is needed.
   */
  Optional<String> refusal(String name, List<String> arguments) {
    boolean fits =
        arguments.size() >= least
            && arguments.size() <= most
            && arguments.stream().limit(filled).noneMatch(String::isEmpty);
    if (fits && this == FLAG) {
      String word = arguments.get(0);
      fits = word.equalsIgnoreCase("on") || word.equalsIgnoreCase("off");
    }
    return fits ? Optional.empty() : Optional.of(name + " " + demand);
  }
}
