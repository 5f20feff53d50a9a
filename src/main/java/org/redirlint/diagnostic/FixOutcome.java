package org.redirlint.diagnostic;

import java.util.List;

/**
 * What became of the fixes of a run.
 *
 * @param fixed how many findings were mended, by file
 * @param refused the findings whose fixes were not applied
 */
public record FixOutcome(List<Fixed> fixed, List<Refused> refused) {

  /** No fix was applied, as none was asked for. */
  public static final FixOutcome NONE = new FixOutcome(List.of(), List.of());

  /** Takes copies. */
  public FixOutcome {
    fixed = List.copyOf(fixed);
    refused = List.copyOf(refused);
  }

  /**
   * A file that was mended.
   *
   * @param path its name, as messages call it
   * @param findings how many findings were mended in it, at least one
   */
  public record Fixed(String path, int findings) {}

  /**
   * A fix that was not applied.
   *
   * @param finding what it would have mended, as it was found
   * @param reason why it was not, a clause
   */
  public record Refused(Diagnostic finding, String reason) {

    /** Returns where, what and why on one line. */
    @Override
    public String toString() {
      return "%s:%d:%d: %s: %s"
          .formatted(
              finding.origin().file().path(),
              finding.origin().start().line(),
              finding.origin().start().column(),
              finding.rule().id(),
              reason);
    }
  }
}
