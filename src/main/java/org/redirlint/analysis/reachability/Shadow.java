package org.redirlint.analysis.reachability;

import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * A directive that no request can reach.
 *
 * @param place the directive
 * @param kind what it is to the one before
 * @param reason why nothing reaches it, a clause
 * @param by the directive that takes all its requests; empty where there are none to take
 */
public record Shadow(Origin place, Kind kind, String reason, Optional<Origin> by) {

  /** What a directive is to the one that takes its requests. */
  public enum Kind {
    /** Another one, which takes these requests among others. */
    COVERED,
    /** A redirect of the same source to the same target. */
    SAME_TARGET,
    /** A redirect of the same source to another target. */
    OTHER_TARGET
  }
}
