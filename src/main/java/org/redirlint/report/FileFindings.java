package org.redirlint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;

/**
 * The findings in one file.
 *
 * @param path the file, as messages call it
 * @param diagnostics the findings, by place
 */
record FileFindings(String path, List<Diagnostic> diagnostics) {

  FileFindings {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns the files with findings, in the order of the result. */
  static List<FileFindings> of(CheckResult result) {
    Map<String, List<Diagnostic>> files = new LinkedHashMap<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      files
          .computeIfAbsent(diagnostic.origin().file().path(), path -> new ArrayList<>())
          .add(diagnostic);
    }
    return files.entrySet().stream()
        .map(file -> new FileFindings(file.getKey(), file.getValue()))
        .toList();
  }
}
