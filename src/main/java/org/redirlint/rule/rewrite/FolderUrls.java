package org.redirlint.rule.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.rule.Project;

/** Tells by which URL-paths folders are asked for: by the document root's, and by aliases. */
final class FolderUrls {

  /**
   * A folder and its URL-path.
   *
   * @param folder without a slash at its end
   * @param path without a slash at its end
   */
  private record Mapping(String folder, String path) {

    /** Returns the URL-path of what lies in the folder, or is it. */
    Optional<String> of(String inner) {
      return (inner + "/").startsWith(folder + "/")
          ? Optional.of(path + inner.substring(folder.length()) + "/")
          : Optional.empty();
    }
  }

  private final List<Mapping> mappings;

  private FolderUrls(List<Mapping> mappings) {
    this.mappings = mappings;
  }

  static FolderUrls of(Project project) {
    Stream<Mapping> roots =
        project
            .directives("DocumentRoot")
            .map(at -> new Mapping(withoutSlash(at.directive().argument(0)), ""));
    Stream<Mapping> aliases =
        project
            .directives("Alias")
            .map(
                at ->
                    new Mapping(
                        withoutSlash(at.directive().argument(1)),
                        withoutSlash(at.directive().argument(0))));
    return new FolderUrls(Stream.concat(roots, aliases).toList());
  }

  /** Returns the URL-paths of a folder, each with a slash at its end; none if it is not told. */
  List<String> of(String folder) {
    if (folder.isEmpty()) {
      return List.of();
    }
    return mappings.stream()
        .flatMap(mapping -> mapping.of(withoutSlash(folder)).stream())
        .distinct()
        .toList();
  }

  static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
