package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redirlint.http.Url;

/**
 * Picks from a long list of redirects the ones that are worth a try. What may be redirected again,
 * by what is written, is followed request by request: one URL of each circle is picked, and where
 * the longest chains begin. Of the others, some are picked. A request is tried for each one of a
 * short list.
 */
final class LongLists {

  /** Up to this number, all are tried. */
  private static final int SHORT = 1_000;

  /** How many chains are tried. */
  private static final int MOST_CHAINS = 300;

  /** How many of the others are tried. */
  private static final int MOST_OTHERS = 100;

  private final Sources sources;
  private final Predicate<Url> serves;
  private final Map<Url, Url> written = new HashMap<>();
  private final Set<Url> unwritten = new HashSet<>();

  private LongLists(List<Redirection> redirections, Sources sources, Predicate<Url> serves) {
    this.sources = sources;
    this.serves = serves;
    for (Redirection redirection : redirections) {
      Url from = redirection.from();
      Optional<Url> to = redirection.to().flatMap(from::resolve);
      if (to.isEmpty()) {
        unwritten.add(from);
      } else if (!unwritten.contains(from)) {
        written.putIfAbsent(from, to.get());
      }
    }
  }

  /**
   * Returns the URLs to be tried.
   *
   * @param sources what may be redirected
   * @param serves tells which hosts lead back
   * @param next returns where a URL is redirected to; empty if that does not lead back
   */
  static List<Url> worthATry(
      List<Redirection> redirections,
      Sources sources,
      Predicate<Url> serves,
      Function<Url, Optional<Url>> next) {
    if (redirections.size() <= SHORT) {
      return redirections.stream().map(Redirection::from).toList();
    }
    return new LongLists(redirections, sources, serves).worthATry(redirections, next);
  }

  private List<Url> worthATry(List<Redirection> redirections, Function<Url, Optional<Url>> next) {
    Walks walks = new Walks(url -> next(url, next));
    List<Url> others = new ArrayList<>();
    for (Redirection redirection : redirections) {
      Url from = redirection.from();
      if (unwritten.contains(from) || leadsOn(from, written.get(from))) {
        walks.from(from);
      } else {
        others.add(from);
      }
    }
    Set<Url> chosen = new LinkedHashSet<>(walks.endless());
    chosen.addAll(walks.longest(MOST_CHAINS));
    int stride = Math.max(1, others.size() / MOST_OTHERS);
    for (int i = 0; i < others.size(); i += stride) {
      chosen.add(others.get(i));
    }
    return List.copyOf(chosen);
  }

  private boolean leadsOn(Url from, @Nullable Url to) {
    return to != null && comesBack(from, to) && sources.mayRedirect(to.target());
  }

  private boolean comesBack(Url from, Url to) {
    return to.host().equals(from.host()) || serves.test(to);
  }

  /** The server is asked only where it is not written what it answers. */
  private Optional<Url> next(Url url, Function<Url, Optional<Url>> ask) {
    Url to = unwritten.contains(url) ? null : written.get(url);
    if (to != null) {
      return comesBack(url, to) ? Optional.of(to) : Optional.empty();
    }
    return unwritten.contains(url) || sources.mayRedirect(url.target())
        ? ask.apply(url)
        : Optional.empty();
  }
}
