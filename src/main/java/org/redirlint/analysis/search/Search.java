package org.redirlint.analysis.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redirlint.analysis.search.Run.Leg;
import org.redirlint.http.Url;
import org.redirlint.semantics.FileStatus;

/**
 * Looks for what a configuration can do: each test that a request meets is turned by another
 * request, until nothing new comes of it. What it does not find may still be there.
 */
final class Search {

  /** How many requests are made for the sake of turns, those that redirects lead to included. */
  private static final int MOST_REQUESTS = 2_000;

  /** How many requests that met something new are tried elsewhere too. */
  private static final int MOST_CROSSED = 60;

  private static final int MOST_HOSTS = 6;

  /** How many of the files that a request makes the server look for are put there. */
  private static final int MOST_PATHS = 8;

  private final Function<Trial, Run> runner;
  private final List<Entrance> entrances;
  private final Set<String> indices;
  private final Set<String> roots;
  private final Turns turns = new Turns();
  private final Solver solver = new Solver();
  private final Deque<Trial> open = new ArrayDeque<>();
  private final Set<Trial> tried = new HashSet<>();
  private final Set<Object> seen = new HashSet<>();
  private final Set<Object> turned = new HashSet<>();
  private final Set<String> hosts = new LinkedHashSet<>();
  private final List<Trial> news = new ArrayList<>();
  private int left = MOST_REQUESTS;

  /**
   * Takes whom to ask.
   *
   * @param indices the files that are to be shown for folders, as they are named
   * @param roots the folders that files are looked for in, without a slash at the end
   */
  Search(
      Function<Trial, Run> runner,
      List<Entrance> entrances,
      Set<String> indices,
      Set<String> roots) {
    this.runner = runner;
    this.roots = Set.copyOf(roots);
    this.indices =
        indices.stream()
            .filter(name -> !name.endsWith("/"))
            .map(name -> name.startsWith("/") ? name : "/" + name)
            .collect(Collectors.toUnmodifiableSet());
    this.entrances = List.copyOf(entrances);
  }

  /** Tries some requests, and whatever they lead to. */
  void run(List<Url> seeds) {
    for (Url seed : seeds) {
      hosts.add(seed.host());
      attempt(Trial.get(seed));
    }
    drain();
    List<Trial> crossed = List.copyOf(news.subList(0, Math.min(news.size(), MOST_CROSSED)));
    for (Trial trial : crossed) {
      for (String host : hosts.stream().limit(MOST_HOSTS).toList()) {
        for (Entrance entrance : entrances) {
          open.add(
              trial.to(new Url(entrance.scheme(), host, entrance.port(), trial.url().target())));
        }
      }
    }
    drain();
  }

  private void drain() {
    while (!open.isEmpty() && left > 0) {
      Trial trial = open.remove();
      if (!tried.contains(trial)) {
        left -= attempt(trial);
      }
    }
  }

  /** Returns how many requests were made. */
  private int attempt(Trial trial) {
    if (!tried.add(trial)) {
      return 0;
    }
    hosts.add(trial.url().host());
    Run run = runner.apply(trial);
    for (Leg leg : run.legs()) {
      boolean behaves = seen.add(leg.behaviour());
      boolean asks = false;
      for (Question question : leg.observation().questions()) {
        asks |= question.hasFewAnswers() && seen.add(question.signature());
      }
      if (behaves || asks) {
        news.add(leg.trial());
        expand(leg);
      }
    }
    return run.legs().size();
  }

  private record Turn(Object answer, String wanted) {}

  private record FileTurn(Object behaviour, String path, FileStatus status) {}

  private void expand(Leg leg) {
    for (Question question : leg.observation().questions()) {
      Object answer = question.signature();
      for (String wanted : turns.of(question)) {
        if (turned.add(new Turn(answer, wanted))) {
          Optional<Map<String, String>> parts = solver.solve(question.subject(), wanted);
          parts.ifPresent(changed -> open.add(leg.trial().with(changed)));
        }
      }
    }
    List<String> paths = List.copyOf(leg.observation().asked().keySet());
    for (String path : paths.subList(0, Math.min(paths.size(), MOST_PATHS))) {
      for (FileStatus status : List.of(FileStatus.FILE, FileStatus.DIRECTORY)) {
        boolean odd =
            status == FileStatus.DIRECTORY
                ? isMeantAsFile(path) || isBesideRoots(path)
                : isMeantAsFolder(path, leg);
        if (!odd && turned.add(new FileTurn(leg.behaviour(), path, status))) {
          Trial supposing = leg.trial().assuming(path, status);
          open.add(supposing);
          if (status == FileStatus.FILE) {
            below(path, supposing.url()).map(supposing::to).ifPresent(open::add);
          }
        }
      }
    }
  }

  /**
   * Returns the URL of something below what a file is asked for instead of, by a name with an
   * extension: where a folder is missing, the name of the file that is asked for ends there.
   */
  private static Optional<Url> below(String file, Url url) {
    String path = url.target();
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean beside = name.matches("[A-Za-z0-9]+") && file.matches(".*/" + name + "\\.[A-Za-z0-9]+");
    return beside
        ? Optional.of(new Url(url.scheme(), url.host(), url.port(), path + "/a"))
        : Optional.empty();
  }

  /** What has something below it is a folder, unless its name is that of a file. */
  private static boolean isMeantAsFolder(String path, Leg leg) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !FileNames.isOfAFile(name)
        && !name.isEmpty()
        && leg.trial().url().target().contains("/" + name + "/");
  }

  /** What is asked for without a slash before it begins like a folder that it is not below. */
  private boolean isBesideRoots(String path) {
    return roots.stream().anyMatch(root -> !root.isEmpty() && path.startsWith(root))
        && roots.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  /** Where a folder is shown instead of itself, the index is meant to be none. */
  private boolean isMeantAsFile(String path) {
    return FileNames.isOfAFile(path) || indices.stream().anyMatch(path::endsWith);
  }
}
