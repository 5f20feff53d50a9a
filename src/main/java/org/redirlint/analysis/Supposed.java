package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.FileStatus;

/**
 * What a proof supposes of the files that are not known.
 *
 * @param files what is at some paths
 * @param names the names that no directory has
 */
record Supposed(Map<String, FileStatus> files, List<String> names) {

  static final Supposed NOTHING = new Supposed(Map.of(), List.of());

  Supposed {
    files = Map.copyOf(files);
    names = List.copyOf(names);
  }

  /** Supposes that files are there, too. */
  Supposed withFiles(Set<String> paths) {
    Map<String, FileStatus> more = new TreeMap<>(files);
    paths.forEach(path -> more.put(path, FileStatus.FILE));
    return new Supposed(more, names);
  }

  /** Supposes that no directory has one of these names, either. */
  Supposed withNames(SortedSet<String> ofFiles) {
    return new Supposed(files, List.copyOf(ofFiles));
  }

  /** Returns the paths at which no directory is supposed to be. */
  List<TextSet> withoutDirectories() {
    return names.stream().flatMap(Supposed::pathsTo).toList();
  }

  /** The second path would lead there if that were a directory. */
  private static Stream<TextSet> pathsTo(String name) {
    return Stream.of(TextSet.endingWith("/" + name), TextSet.endingWith("/" + name + "/"));
  }

  /** Returns all that is supposed, clauses. */
  List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    files.keySet().stream().sorted().forEach(path -> clauses.add(path + " is a file"));
    if (!names.isEmpty()) {
      clauses.add("no directory is called " + String.join(" or ", names));
    }
    return clauses;
  }
}
