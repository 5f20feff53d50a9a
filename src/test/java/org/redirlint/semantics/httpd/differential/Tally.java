package org.redirlint.semantics.httpd.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redirlint.http.Request;

/** Counts what came of the comparisons: only an answer of both sides is an agreement. */
final class Tally {

  /** Stands for the answer of a server that lost the Location. */
  static final String LOST = "lost";

  private static final String UNDETERMINED = "Undetermined";

  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> unanswered = new ArrayList<>();
  private int agreements;
  private int disagreements;
  private int deaths;
  private int losses;

  /** What the two sides make of a request. */
  enum Comparison {
    AGREEMENT,
    DISAGREEMENT,
    /** The simulator says that it cannot know. */
    UNDETERMINED,
    /** The server gave no answer in time. */
    UNANSWERED,
    /** Its process died: a condition that is an expression leaves no groups for {@code %1}. */
    DEATH,
    /** It lost the Location before it was sent. */
    LOSS
  }

  /**
   * Compares two answers, and counts.
   *
   * @param real the server's; empty if it gave none in time, 444 if it closed the connection,
   *     {@link #LOST}
   */
  Comparison compare(Request request, String real, String ours) {
    if (real.isEmpty()) {
      unanswered.add(
          "%s %s %s: %s"
              .formatted(request.method(), request.host().orElse("-"), request.target(), ours));
      return Comparison.UNANSWERED;
    }
    if (real.startsWith("444 ")) {
      deaths++;
      return Comparison.DEATH;
    }
    if (real.equals(LOST)) {
      losses++;
      return Comparison.LOSS;
    }
    if (ours.startsWith(UNDETERMINED)) {
      reasons.merge(reason(ours), 1, Integer::sum);
      return Comparison.UNDETERMINED;
    }
    if (real.equals(ours)) {
      agreements++;
      return Comparison.AGREEMENT;
    }
    disagreements++;
    return Comparison.DISAGREEMENT;
  }

  /** Names and numbers differ from rule set to rule set: what is left of a reason is its kind. */
  private static String reason(String ours) {
    return ours.replaceFirst("^Undetermined\\[reason=", "")
        .replaceFirst("]$", "")
        .replaceAll("/\\S*", "/...");
  }

  int disagreements() {
    return disagreements;
  }

  /** Returns how many requests the simulator would not answer. */
  int undetermined() {
    return reasons.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the requests to which the server gave no answer in time, and ours. */
  List<String> unanswered() {
    return unanswered;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d answers agree, %d disagree, %d undetermined, %d not given in time, %d of a dead process, %d lost by it"
            .formatted(
                agreements, disagreements, undetermined(), unanswered.size(), deaths, losses));
    reasons.forEach((reason, count) -> text.append("%n  %d: %s".formatted(count, reason)));
    unanswered.forEach(request -> text.append("\n  not in time: ").append(request));
    return text.toString();
  }
}
