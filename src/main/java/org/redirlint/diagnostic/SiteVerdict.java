package org.redirlint.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of all requests to a site together.
 *
 * @param scope the site: a file, or the folder of a document root
 * @param verdict whether requests are redirected without end
 * @param longestChain how many redirects in a row lead back to the site at most; empty if that is
 *     not known
 * @param reason why it is undecided, or what is supposed where it is not, a clause; empty if
 *     nothing
 */
public record SiteVerdict(
    String scope, Decision verdict, OptionalInt longestChain, Optional<String> reason) {

  /** Whether requests are redirected without end. */
  public enum Decision {
    /** Proved: none is. */
    LOOP_FREE("loop-free"),
    /** Shown: some are. */
    LOOPS("loops"),
    /** Neither. */
    UNDECIDED("undecided");

    private final String word;

    Decision(String word) {
      this.word = word;
    }

    /** Returns the decision in one word, as reports name it. */
    public String word() {
      return word;
    }
  }

  /** Returns the verdict that some requests are redirected without end. */
  public static SiteVerdict loops(String scope) {
    return new SiteVerdict(scope, Decision.LOOPS, OptionalInt.empty(), Optional.empty());
  }

  /**
   * Returns the verdict that no request is redirected without end.
   *
   * @param suppositions what is supposed of the world, clauses
   */
  public static SiteVerdict loopFree(
      String scope, OptionalInt longestChain, List<String> suppositions) {
    Optional<String> supposed =
        suppositions.isEmpty()
            ? Optional.empty()
            : Optional.of("supposing that " + String.join(", and ", suppositions));
    return new SiteVerdict(scope, Decision.LOOP_FREE, longestChain, supposed);
  }

  /** Returns the verdict that nothing is proved. */
  public static SiteVerdict undecided(String scope, String reason) {
    return new SiteVerdict(scope, Decision.UNDECIDED, OptionalInt.empty(), Optional.of(reason));
  }

  /** Returns the verdict as a sentence. */
  @Override
  public String toString() {
    String chain =
        longestChain.isEmpty()
            ? ""
            : switch (longestChain.getAsInt()) {
              case 0 -> ", none of its redirects leads back to it";
              case 1 -> ", at most 1 redirect in a row";
              default -> ", at most " + longestChain.getAsInt() + " redirects in a row";
            };
    return scope + ": " + verdict.word() + chain + reason.map(why -> " (" + why + ")").orElse("");
  }
}
