package org.redirlint.rule.pattern;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.redirlint.rule.Finding;

/** Keeps one finding of each file where a habit repeats in many lines, and counts the others. */
final class FirstOfFile {

  private record Kept(Finding first, int others) {}

  private FirstOfFile() {}

  /** Returns the first finding of each file, with the number of the others for its message. */
  static Stream<Finding> of(Stream<Finding> findings) {
    Map<String, Kept> byFile = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            byFile.merge(
                finding.origin().file().path(),
                new Kept(finding, 0),
                (kept, more) -> new Kept(together(kept.first(), finding), kept.others() + 1)));
    return byFile.values().stream().map(kept -> kept.first().with("others", others(kept.others())));
  }

  /** What mends the first one mends them all. */
  private static Finding together(Finding first, Finding other) {
    return first.fixedBy(first.fix().flatMap(fix -> other.fix().map(fix::and)).or(first::fix));
  }

  private static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " (one more pattern in this file is like it)";
      default -> " (" + count + " more patterns in this file are like it)";
    };
  }
}
