package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redirlint.semantics.Facts;

/**
 * What is worth asking for where files are known: of each kind that lies in a folder but a few, as
 * themselves, without their extension and below that, and folders with their slash and without it.
 */
final class KnownFiles {

  /** How many files of a kind are taken of each folder. */
  private static final int MOST_OF_A_KIND = 2;

  private static final int MOST_TARGETS = 60;

  /** How many folders are looked into. */
  private static final int MOST_FOLDERS = 20;

  private static final String FOLDER = "/";

  private final Facts facts;
  private final Set<String> targets = new LinkedHashSet<>();

  private KnownFiles(Facts facts) {
    this.facts = facts;
  }

  /**
   * Returns targets of requests for known files.
   *
   * @param roots folders whose paths are those of URLs, without a slash at the end
   */
  static List<String> targets(Facts facts, Collection<String> roots) {
    KnownFiles files = new KnownFiles(facts);
    roots.stream().sorted().forEach(files::below);
    return files.targets.stream().limit(MOST_TARGETS).toList();
  }

  /** Near the root first: what lies deeper seldom differs. */
  private void below(String root) {
    List<String> folders = new ArrayList<>(List.of(FOLDER));
    for (int i = 0; i < folders.size() && i < MOST_FOLDERS; i++) {
      folders.addAll(look(root, folders.get(i)));
      if (targets.size() >= MOST_TARGETS) {
        return;
      }
    }
  }

  /** Returns the folders in a folder that are worth a look. */
  private List<String> look(String root, String folder) {
    List<String> inside = new ArrayList<>();
    Map<String, Integer> kinds = new HashMap<>();
    for (String name : facts.names(root + folder).orElse(Set.of()).stream().sorted().toList()) {
      boolean isFolder = facts.file(root + folder + name).filter(f -> f.isDirectory()).isPresent();
      int dot = name.lastIndexOf('.');
      String kind = isFolder ? FOLDER : dot < 0 ? "" : name.substring(dot);
      if (!name.startsWith(".") && kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
        String path = folder + name;
        targets.add(path);
        if (isFolder) {
          targets.add(path + "/");
          inside.add(path + "/");
        } else if (dot > 0) {
          String bare = path.substring(0, path.length() - kind.length());
          targets.add(bare);
          targets.add(bare + "/a");
        }
      }
    }
    return inside;
  }
}
