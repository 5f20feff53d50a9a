package org.redirlint.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.diagnostic.SiteVerdict.Decision;

/** Counts verdicts by server, and the reasons of those that are undecided. */
final class VerdictTable {

  private final boolean listing;
  private final Map<String, Map<Decision, Integer>> verdicts = new TreeMap<>();
  private final Map<String, Integer> reasons = new HashMap<>();
  private final List<String> undecided = new ArrayList<>();

  /** Makes an empty table, which may name all that is undecided. */
  VerdictTable(boolean listing) {
    this.listing = listing;
  }

  void add(String name, Dialect dialect, List<SiteVerdict> found) {
    String server = dialect == Dialect.NGINX ? "nginx" : "httpd";
    for (SiteVerdict verdict : found) {
      verdicts
          .computeIfAbsent(server, s -> new EnumMap<>(Decision.class))
          .merge(verdict.verdict(), 1, Integer::sum);
      verdict
          .reason()
          .ifPresent(
              reason -> {
                reasons.merge(server + ": " + withoutPlaces(reason), 1, Integer::sum);
                undecided.add(name + ": " + reason);
              });
    }
  }

  /** The same reason at another place is the same reason. */
  private static String withoutPlaces(String reason) {
    return reason.replaceAll("(^| )\\S*[/.]\\S*", "$1…");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    verdicts.forEach((server, counts) -> text.append(server + " " + counts + "\n"));
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> text.append("%4d %s%n".formatted(entry.getValue(), entry.getKey())));
    if (listing) {
      undecided.forEach(line -> text.append("     " + line + "\n"));
    }
    return text.toString();
  }
}
