package org.redirlint.model.nginx;

import java.util.List;
import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/**
 * {@code try_files}.
 *
 * @param origin the directive
 * @param candidates the files and directories to look for, in order
 * @param fallback what happens if none exists
 */
public record TryFiles(Origin origin, List<Candidate> candidates, Fallback fallback) {

  public TryFiles {
    candidates = List.copyOf(candidates);
  }

  /**
   * A file or directory to look for.
   *
   * @param path its path below the root, without the final slash of a directory
   * @param directory whether a directory is looked for
   */
  public record Candidate(Template path, boolean directory) {}

  /** The last argument. */
  public sealed interface Fallback {}

  /**
   * {@code =code}.
   *
   * @param status the status to answer with
   */
  public record Code(int status) implements Fallback {}

  /**
   * A URI or a named location to go to.
   *
   * @param uri the URI or the name
   */
  public record Uri(Template uri) implements Fallback {}
}
