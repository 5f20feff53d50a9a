package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** No file is at a path that ends with a slash. */
  private static final List<FileStatus> WITH_SLASH =
      List.of(FileStatus.MISSING, FileStatus.DIRECTORY);

  private final Domain<V> domain;
  private final Facts facts;
  private final Classifier<Optional<FileStatus>> known;
  private final List<Classifier<Boolean>> withoutDirectories;

  Files(Domain<V> domain, Facts facts) {
    this.domain = domain;
    this.facts = facts;
    this.withoutDirectories =
        facts.withoutDirectories().stream()
            .map(paths -> Classifier.ofCases(List.of(new Case<>(paths, true)), false))
            .toList();
    this.known = Classifier.among(List.of(Optional.empty()), this::known);
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
          Optional<FileStatus> known = side.result();
          if (known.isPresent()) {
            return List.of(new Found<>(state, known.get()));
          }
          return Branches.then(
              domain.classify(Tests.DIRECTORY, path),
              slash -> supposed(state, path, slash.result() ? WITH_SLASH : POSSIBLE));
        });
  }

  private List<Found<V>> supposed(State<V> state, V path, List<FileStatus> possible) {
    List<Found<V>> found = new ArrayList<>();
    for (FileStatus file : domain.either(possible)) {
      if (file != FileStatus.DIRECTORY || mayBeDirectory(path)) {
        found.add(new Found<>(state.suppose(path, file), file));
      }
    }
    return found;
  }

  private boolean mayBeDirectory(V path) {
    return withoutDirectories.stream()
        .allMatch(paths -> domain.classify(paths, path).stream().anyMatch(side -> !side.result()));
  }

  /** Nothing is ever at the empty path, whatever else is known of the files. */
  private Optional<FileStatus> known(String path) {
    return path.isEmpty() ? Optional.of(FileStatus.MISSING) : facts.file(path);
  }
}
