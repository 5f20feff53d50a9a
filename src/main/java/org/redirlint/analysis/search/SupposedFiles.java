package org.redirlint.analysis.search;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;

/**
 * What is known, and for files that are not known, what is assumed. The assumptions never
 * contradict each other: what has something below it is a directory, and so is a document root.
 */
final class SupposedFiles implements Facts {

  /** Addresses set aside for documentation (RFC 5737): nobody's in particular. */
  private static final String CLIENT = "198.51.100.7";

  private static final String SERVER = "192.0.2.1";

  private final Facts known;
  private final Set<String> roots;
  private Map<String, FileStatus> supposed = Map.of();
  private final Map<String, FileStatus> asked = new LinkedHashMap<>();

  /**
   * Takes what is known.
   *
   * @param roots the folders that are there, without a slash at the end
   */
  SupposedFiles(Facts known, Set<String> roots) {
    this.known = known;
    Set<String> folders = new HashSet<>(Set.of("/"));
    for (String root : roots) {
      for (int end = root.length(); end > 0; end = root.lastIndexOf('/', end - 1)) {
        folders.add(root.substring(0, end));
      }
    }
    this.roots = Set.copyOf(folders);
  }

  /** Tells whether it is known, and not assumed, what is at a path. */
  boolean known(String path) {
    return known.file(path).isPresent();
  }

  /** Begins anew with other assumptions. */
  void suppose(Map<String, FileStatus> files) {
    supposed = files;
    asked.clear();
  }

  /** Returns what had to be assumed since the beginning, in the order asked. */
  Map<String, FileStatus> asked() {
    return new LinkedHashMap<>(asked);
  }

  @Override
  public Optional<FileStatus> file(String path) {
    Optional<FileStatus> fact = known.file(path);
    if (fact.isPresent()) {
      return fact;
    }
    String bare = bare(path);
    if (roots.contains(bare)) {
      return Optional.of(FileStatus.DIRECTORY);
    }
    FileStatus status = status(bare);
    asked.put(bare, status);
    return Optional.of(
        status.isFile() && path.length() > bare.length() ? FileStatus.NOT_A_DIRECTORY : status);
  }

  /** That a file cannot be read is never supposed. */
  @Override
  public boolean isUnreadable(String path) {
    return known.isUnreadable(path);
  }

  private static String bare(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private FileStatus status(String path) {
    FileStatus said = supposed.get(path);
    if (said != null) {
      return said;
    }
    for (Map.Entry<String, FileStatus> entry : supposed.entrySet()) {
      if (entry.getValue().exists() && entry.getKey().startsWith(path + "/")) {
        return FileStatus.DIRECTORY;
      }
      if (entry.getValue().isFile() && path.startsWith(entry.getKey() + "/")) {
        return FileStatus.NOT_A_DIRECTORY;
      }
    }
    return FileStatus.MISSING;
  }

  @Override
  public Optional<LocalDateTime> time() {
    return known.time();
  }

  @Override
  public Optional<String> hostname() {
    return known.hostname();
  }

  @Override
  public Optional<String> clientAddress() {
    return known.clientAddress().or(() -> Optional.of(CLIENT));
  }

  @Override
  public Optional<String> serverAddress() {
    return known.serverAddress().or(() -> Optional.of(SERVER));
  }
}
