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
 * @param sample a path it is meant for, as patterns of its place are tried with it; empty if none
 *     is known
 */
public record Shadow(
    Origin place, Kind kind, String reason, Optional<Origin> by, Optional<String> sample) {

  Shadow(Origin place, Kind kind, String reason, Optional<Origin> by) {
    this(place, kind, reason, by, Optional.empty());
  }

  Shadow meantFor(Optional<String> path) {
    return new Shadow(place, kind, reason, by, path);
  }

  /** What a directive is to the one that takes its requests. */
  public enum Kind {
    /** Another one, which takes these requests among others. */
    COVERED,
    /** One for certain requests, behind a redirect or rewrite that takes every request. */
    BEHIND_CATCH_ALL,
    /** A redirect of the same source to the same target. */
    SAME_TARGET,
    /** A redirect of the same source to another target. */
    OTHER_TARGET
  }
}
