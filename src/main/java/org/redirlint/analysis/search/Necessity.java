package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.FileStatus;

/** Tells which of the assumptions about files a chain really needs. */
final class Necessity {

  private static final List<FileStatus> POSSIBLE =
      List.of(FileStatus.MISSING, FileStatus.FILE, FileStatus.DIRECTORY);

  /** How many paths are looked at one by one. */
  private static final int MOST = 40;

  /** Shorter names are made up by whoever looks for one that fits. */
  private static final int SHORTEST_NAME = 4;

  private final Function<Trial, Chain> replay;
  private final BiPredicate<Chain, Chain> differs;
  private final Predicate<String> constant;

  /**
   * Takes the server.
   *
   * @param replay asks it
   * @param differs tells whether a chain that was replayed is another one than the first
   * @param constant tells whether the configuration names a path, whatever the request
   */
  Necessity(
      Function<Trial, Chain> replay,
      BiPredicate<Chain, Chain> differs,
      Predicate<String> constant) {
    this.replay = replay;
    this.differs = differs;
    this.constant = constant;
  }

  List<Assumption> of(Trial trial, Chain chain, Map<String, FileStatus> asked) {
    List<Assumption> needed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    asked.entrySet().stream()
        .limit(MOST)
        .filter(entry -> isNeeded(trial, chain, entry.getKey(), entry.getValue()))
        .forEach(
            entry -> {
              boolean named = constant.test(entry.getKey()) || isNamed(entry.getKey(), chain);
              if (entry.getValue().exists() || named) {
                needed.add(assumption(entry.getKey(), entry.getValue()));
              } else {
                missing.add(entry.getKey());
              }
            });
    if (!missing.isEmpty()) {
      String more = missing.size() == 1 ? "" : ", and so on (" + missing.size() + " paths)";
      needed.add(new Assumption("there is nothing at " + missing.get(0) + more, true));
    }
    return needed;
  }

  /** Tells whether the files that decide speak of a path's last name. */
  private static boolean isNamed(String path, Chain chain) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.length() >= SHORTEST_NAME
        && chain.hops().stream()
            .flatMap(hop -> hop.deciding().stream())
            .map(step -> step.origin().file())
            .distinct()
            .anyMatch(file -> file.text().replace("\\", "").contains(name));
  }

  private boolean isNeeded(Trial trial, Chain chain, String path, FileStatus status) {
    for (FileStatus other : POSSIBLE) {
      if (other != status && differs.test(replay.apply(trial.assuming(path, other)), chain)) {
        return true;
      }
    }
    return false;
  }

  /** That a file is missing which the configuration itself names is not how it is meant. */
  private Assumption assumption(String path, FileStatus status) {
    return switch (status) {
      case FILE, EXECUTABLE, UNREADABLE_FILE -> new Assumption(path + " is a file", true);
      case DIRECTORY, UNREADABLE_DIRECTORY ->
          new Assumption(path + " is a directory", !constant.test(path));
      default -> new Assumption("there is nothing at " + path, false);
    };
  }
}
