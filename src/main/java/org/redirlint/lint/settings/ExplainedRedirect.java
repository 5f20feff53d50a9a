package org.redirlint.lint.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redirlint.lint.glob.PathGlob;
import org.redirlint.source.Origin;

/**
 * A redirect that is temporary on purpose.
 *
 * @param origin where the settings say so
 * @param directive words of the directive, as they stand in the file, single spaces between them
 * @param files the files it stands in; any if there are none
 * @param until the last day on which it may stand; without one it may stand for ever
 * @param reason why it is there
 */
public record ExplainedRedirect(
    Origin origin,
    String directive,
    List<PathGlob> files,
    Optional<LocalDate> until,
    String reason) {

  public ExplainedRedirect {
    files = List.copyOf(files);
  }
}
