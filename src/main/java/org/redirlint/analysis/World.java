package org.redirlint.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;

/**
 * What is known, and for files that are not known, what is assumed; it remembers which assumptions
 * were needed.
 */
final class World implements Facts {

  private final Facts known;
  private final Map<String, FileStatus> supposed;
  private final Optional<FileStatus> others;
  private final List<TextSet> withoutDirectories;
  private final Map<String, FileStatus> used = new LinkedHashMap<>();

  /** Makes a world of which no more is assumed than a proof supposes. */
  World(Facts known, Supposed supposed) {
    this(known, supposed.files(), Optional.empty(), supposed.withoutDirectories());
  }

  /**
   * Makes a world.
   *
   * @param known what is known
   * @param supposed what is assumed to be at some paths
   * @param others what is assumed to be at all other paths; empty to assume nothing of them
   */
  World(Facts known, Map<String, FileStatus> supposed, Optional<FileStatus> others) {
    this(known, supposed, others, List.of());
  }

  private World(
      Facts known,
      Map<String, FileStatus> supposed,
      Optional<FileStatus> others,
      List<TextSet> withoutDirectories) {
    this.withoutDirectories = withoutDirectories;
    this.known = known;
    this.supposed = Map.copyOf(supposed);
    this.others = others;
  }

  /** Returns the assumptions that were needed so far. */
  Map<String, FileStatus> used() {
    return used;
  }

  @Override
  public List<TextSet> withoutDirectories() {
    return withoutDirectories;
  }

  @Override
  public Optional<FileStatus> file(String path) {
    Optional<FileStatus> fact = known.file(path);
    if (fact.isPresent()) {
      return fact;
    }
    Optional<FileStatus> assumed =
        Optional.ofNullable(supposed.get(path)).or(() -> others.map(status -> at(path, status)));
    assumed.ifPresent(status -> used.put(path, status));
    return assumed;
  }

  /** No file is at a path that ends with a slash. */
  private static FileStatus at(String path, FileStatus status) {
    return path.endsWith("/") && status.isFile() ? FileStatus.NOT_A_DIRECTORY : status;
  }

  @Override
  public Optional<String> hostname() {
    return known.hostname();
  }

  @Override
  public Optional<String> clientAddress() {
    return known.clientAddress();
  }

  @Override
  public Optional<String> serverAddress() {
    return known.serverAddress();
  }
}
