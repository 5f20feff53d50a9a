package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;

/**
 * What is at a path: what the facts say; where they are silent, everything it could be.
 *
 * @param <V> a value
 */
final class Files<V> {

  private static final List<FileStatus> POSSIBLE =
      List.of(FileStatus.MISSING, FileStatus.FILE, FileStatus.DIRECTORY);

  private static final TextSet SLASHES = TextSet.kept(TextSet.matching("^/*\\z"));

  private final Domain<V> domain;
  private final Facts facts;
  private final KnownFolders folders;
  private final Classifier<Optional<FileStatus>> known;

  Files(Domain<V> domain, Facts facts, KnownFolders folders) {
    this.domain = domain;
    this.facts = facts;
    this.folders = folders;
    this.known = Classifier.described(this::known, () -> cases(folders));
  }

  private static List<Case<Optional<FileStatus>>> cases(KnownFolders folders) {
    List<Case<Optional<FileStatus>>> cases = new ArrayList<>();
    for (String folder : folders.deepestFirst()) {
      TextSet itself = new TextSet.Behind(folder, SLASHES);
      cases.add(new Case<>(itself, Optional.of(FileStatus.DIRECTORY)));
      if (!folder.equals("/")) {
        cases.add(new Case<>(TextSet.startingWith(folder + "/"), Optional.empty()));
      }
    }
    cases.add(new Case<>(TextSet.all(), Optional.of(FileStatus.MISSING)));
    return cases;
  }

  /**
   * What is at a path, and the state that knows it.
   *
   * @param state the state
   * @param file what is there
   */
  record Found<V>(State<V> state, FileStatus file) {}

  /** Returns what is at a path. */
  List<Found<V>> find(State<V> state, V path) {
    FileStatus supposed = state.supposed().get(path);
    if (supposed != null) {
      return List.of(new Found<>(state, supposed));
    }
    return Branches.then(
        domain.classify(known, path),
        side -> {
          if (side.result().isPresent()) {
            return List.of(new Found<>(state, side.result().get()));
          }
          List<Found<V>> possible = new ArrayList<>();
          for (FileStatus file : domain.either(POSSIBLE)) {
            possible.add(new Found<>(state.suppose(path, file), file));
          }
          return possible;
        });
  }

  /** Tells whether it is known that a file may not be read. */
  boolean isUnreadable(String path) {
    return facts.isUnreadable(path);
  }

  /** Returns the folders that are known, the deepest first. */
  List<String> folders() {
    return folders.deepestFirst();
  }

  private static String withoutFinalSlashes(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /** Returns what is known to be at a path; nothing is at a path that is not absolute. */
  Optional<FileStatus> known(String path) {
    if (!path.startsWith("/")) {
      return Optional.of(FileStatus.MISSING);
    }
    return facts.file(path).or(() -> folders.known(withoutFinalSlashes(path)));
  }
}
