package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Fingerprint;
import org.redirlint.source.SourceFile;

/**
 * The findings that were there when a project began to be checked, so that only new ones are told.
 *
 * @param fingerprints the findings
 */
public record Baseline(Set<Fingerprint> fingerprints) {

  private static final String COMMENT = "#";

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /**
   * Reads a baseline.
   *
   * @throws UnreadablePathException if there is no such file, or it is no baseline
   */
  public static Baseline read(Path file) {
    Set<Fingerprint> fingerprints = new HashSet<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String first = line.strip().split("\\s+", 2)[0];
      if (first.matches("[0-9a-f]{32}")) {
        fingerprints.add(new Fingerprint(first));
      } else if (!first.isEmpty() && !first.startsWith(COMMENT)) {
        throw new UnreadablePathException(
            "%s:%d:1: expected a fingerprint of 32 hexadecimal digits; \"redirlint baseline\" writes them"
                .formatted(file, number));
      }
    }
    return new Baseline(fingerprints);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UnreadablePathException(
          file + ": is no baseline: there is no such file of UTF-8 text");
    }
  }

  /** Returns the text of a baseline for all that was found, a line for each finding. */
  public static String text(CheckResult result) {
    List<Fingerprint> fingerprints = Fingerprint.of(result.diagnostics());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      Diagnostic found = result.diagnostics().get(i);
      lines.add(
          "%s %s %s"
              .formatted(
                  fingerprints.get(i).value(),
                  found.rule().id(),
                  SourceFile.readable(found.origin().file().path())
                      .replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")));
    }
    return "# Findings that redirlint does not tell again: fingerprint, rule, file.\n"
        + "# \"redirlint baseline\" writes this file.\n"
        + String.join("", lines.stream().map(line -> line + "\n").toList());
  }

  /** Returns what was found and is not known. */
  public CheckResult without(CheckResult result) {
    List<Fingerprint> found = Fingerprint.of(result.diagnostics());
    List<Diagnostic> left = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (!fingerprints.contains(found.get(i))) {
        left.add(result.diagnostics().get(i));
      }
    }
    return result.only(left);
  }
}
