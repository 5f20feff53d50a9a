package org.redirlint.lint.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.diagnostic.Severity;
import org.redirlint.lint.glob.PathGlob;

/**
 * How much rules matter in some files.
 *
 * @param files the files
 * @param severities the severities by the rules' names; empty for a rule that is off there
 */
public record SeverityOverride(List<PathGlob> files, Map<String, Optional<Severity>> severities) {

  public SeverityOverride {
    files = List.copyOf(files);
    severities = Map.copyOf(severities);
  }
}
