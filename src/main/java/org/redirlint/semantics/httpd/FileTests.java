package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.httpd.Expressions.Tested;

/**
 * Tests of files, and of what a subrequest would come to.
 *
 * @param <V> a value
 */
final class FileTests<V> {

  private static final int REFUSED = 400;
  private static final int REDIRECTED = 300;

  private final Domain<V> domain;
  private final Files<V> files;
  private final Attributes attributes;
  private final Subrequests<V> subrequests;

  FileTests(Domain<V> domain, Files<V> files, Attributes attributes, Subrequests<V> subrequests) {
    this.domain = domain;
    this.files = files;
    this.attributes = attributes;
    this.subrequests = subrequests;
  }

  /** Tests a path, or the URL-path of {@code -U}. */
  List<Tested<V>> test(State<V> state, char kind, V path) {
    return switch (kind) {
      case 'U', 'A' -> url(state, path);
      case 'F' -> file(state, path);
      case 's' -> attribute(state, path, 's');
      case 'h', 'l', 'L' -> attribute(state, path, 'h');
      default ->
          Branches.then(
              files.find(state, path),
              found -> List.of(new Tested<>(found.state(), holds(kind, found.file()))));
    };
  }

  private static boolean holds(char kind, FileStatus file) {
    return switch (kind) {
      case 'f' -> file.isFile();
      case 'd' -> file.isDirectory();
      case 'x' -> file == FileStatus.EXECUTABLE || file.isDirectory();
      default -> file.exists();
    };
  }

  private List<Tested<V>> attribute(State<V> state, V path, char kind) {
    return Branches.then(
        domain.classify(
            Classifier.<Optional<Boolean>>among(
                List.of(Optional.empty()), text -> attributes.of(text, kind)),
            path),
        side -> {
          if (side.result().isPresent()) {
            return List.of(new Tested<>(state, side.result().get()));
          }
          return Branches.then(
              files.find(state, path),
              found ->
                  found.file().exists()
                      ? domain.either(
                          List.of(
                              new Tested<>(found.state(), true),
                              new Tested<>(found.state(), false)))
                      : List.of(new Tested<>(found.state(), false)));
        });
  }

  private List<Tested<V>> url(State<V> state, V path) {
    if (!subrequests.isAllowed(state)) {
      return List.of(new Tested<>(state, false));
    }
    return Branches.then(
        domain.classify(Tests.EMPTY, path),
        empty ->
            empty.result()
                ? List.of(new Tested<>(state, false))
                : Branches.then(
                    subrequests.url(state, path),
                    looked -> List.of(new Tested<>(looked.back(), looked.status() < REFUSED))));
  }

  private List<Tested<V>> file(State<V> state, V path) {
    if (!subrequests.isAllowed(state)) {
      return List.of(new Tested<>(state, false));
    }
    return Branches.then(
        subrequests.file(state, path),
        looked ->
            looked.status() >= REDIRECTED || looked.sub().answer().isPresent()
                ? List.of(new Tested<>(looked.back(), false))
                : Branches.then(
                    files.find(looked.back(), looked.sub().resource().filename().orElse(path)),
                    found -> List.of(new Tested<>(found.state(), found.file().exists()))));
  }
}
