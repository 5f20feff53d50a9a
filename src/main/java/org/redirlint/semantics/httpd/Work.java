package org.redirlint.semantics.httpd;

import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.semantics.Effort;
import org.redirlint.semantics.UndeterminedException;

/**
 * What a request has cost so far. Rounds of {@code [N]} through many rules, and subrequests that
 * make subrequests, multiply: no configuration may keep anybody waiting for its answer.
 *
 * @param looked how many characters rules have been tried with, its subrequests' among them
 */
record Work(long looked) {

  /** A path that grows by one character each round, up to httpd's limit, takes half of this. */
  private static final long MOST = 1L << 29;

  /** What a subrequest costs: it walks through the configuration and the file system. */
  private static final int EACH_SUBREQUEST = 20_000;

  /** Nothing has been done. */
  static final Work NONE = new Work(0);

  /** Returns the work with one more subrequest; the next rule tells if that is too much. */
  Work asked() {
    return new Work(looked + EACH_SUBREQUEST);
  }

  /**
   * Returns the work with one more rule tried.
   *
   * @param length the length of the text it is tried with
   * @throws UndeterminedException if that is too much
   */
  Work tried(RewriteRule rule, int length) {
    if (looked > MOST) {
      throw new UndeterminedException(
          "there is too much to try: rules have been tried with %d characters, the last one is RewriteRule (%s:%d)"
              .formatted(looked, rule.origin().file().path(), rule.origin().start().line()));
    }
    return new Work(looked + Effort.of(length));
  }
}
