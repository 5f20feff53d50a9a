package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    Map<Alike, List<Assumption>> needed = new LinkedHashMap<>();
    asked.entrySet().stream()
        .limit(MOST)
        .filter(entry -> isNeeded(trial, chain, entry.getKey(), entry.getValue()))
        .forEach(
            entry -> {
              String path = entry.getKey();
              boolean named = constant.test(path) || isNamed(path, chain);
              needed
                  .computeIfAbsent(alike(path, entry.getValue(), named), a -> new ArrayList<>())
                  .add(assumption(path, entry.getValue(), named));
            });
    return needed.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().equals(Alike.MADE_UP)))
        .map(entry -> together(entry.getValue()))
        .toList();
  }

  /**
   * What is told in one assumption with a count, as a URL that grows asks for ever more of it.
   *
   * @param name the last part of the paths; empty if it is made up by whoever asks
   * @param status what is there
   */
  private record Alike(String name, FileStatus status) {
    /** What is missing, and was asked for only because a request did. */
    static final Alike MADE_UP = new Alike("", FileStatus.MISSING);
  }

  private static Alike alike(String path, FileStatus status, boolean named) {
    return status.exists() || named ? new Alike(lastName(path), status) : Alike.MADE_UP;
  }

  private static Assumption together(List<Assumption> alike) {
    Assumption first = alike.get(0);
    return alike.size() == 1
        ? first
        : new Assumption(
            first.text() + ", and so on (" + alike.size() + " paths)",
            alike.stream().allMatch(Assumption::plausible));
  }

  /** Tells whether the files that decide speak of a path's last name. */
  private static boolean isNamed(String path, Chain chain) {
    String name = lastName(path);
    return name.length() >= SHORTEST_NAME
        && chain.hops().stream()
            .flatMap(hop -> hop.deciding().stream())
            .map(step -> step.origin().file())
            .distinct()
            .anyMatch(file -> file.text().replace("\\", "").contains(name));
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
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
  private Assumption assumption(String path, FileStatus status, boolean named) {
    return switch (status) {
      case FILE, EXECUTABLE, UNREADABLE_FILE -> new Assumption(path + " is a file", true);
      case DIRECTORY, UNREADABLE_DIRECTORY ->
          new Assumption(path + " is a directory", !constant.test(path));
      default -> new Assumption("there is nothing at " + path, !named);
    };
  }
}
