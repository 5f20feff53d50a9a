package org.redirlint.analysis.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a proof supposes of the world. */
final class Suppositions {

  private final Set<String> made = new LinkedHashSet<>();
  private final NavigableSet<String> files = new TreeSet<>();

  /** Notes a clause that is supposed to hold. */
  void add(String clause) {
    made.add(clause);
  }

  /** Notes that there is a file. */
  void addFile(String path) {
    files.add(path);
    add(path + " is a file");
  }

  /** Notes that there is a file which is not empty. */
  void addFullFile(String path) {
    files.add(path);
    add(path + " is a file with something in it");
  }

  /** Notes what something else supposes. */
  void addAll(Suppositions others) {
    made.addAll(others.made);
    files.addAll(others.files);
  }

  /** Tells whether all the files can be there: none is below another. */
  boolean arePossible() {
    return files.stream()
        .noneMatch(
            file -> {
              String below = files.ceiling(file + "/");
              return below != null && below.startsWith(file + "/");
            });
  }

  /** Returns all of them, in the order made. */
  List<String> all() {
    return List.copyOf(made);
  }
}
