package org.redirlint.analysis.reachability;

import java.util.Optional;
import java.util.function.Consumer;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.model.SingleSlashes;
import org.redirlint.model.httpd.PrefixIndex.Candidates;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.RedirectList;
import org.redirlint.regex.Language;

/**
 * Redirects of mod_alias that never come into play: of those in one place the first that matches is
 * taken.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_alias.html#order">Order of processing</a>
 */
final class RedirectShadows {

  /** How many redirects before one are compared with it. */
  private static final int MOST_CANDIDATES = 100;

  private final Consumer<Shadow> found;
  private final Paths paths = new Paths(Language.startingWith("/"));

  RedirectShadows(Consumer<Shadow> found) {
    this.found = found;
  }

  void of(RedirectList list) {
    for (int i = 1; i < list.redirects().size(); i++) {
      Redirect redirect = list.redirects().get(i);
      Optional<String> sample =
          redirect.pattern().isPresent()
              ? paths.sample(redirect.pattern().get())
              : Optional.of(redirect.prefix());
      if (sample.isPresent()) {
        compare(list, i, sample.get());
      }
    }
  }

  private void compare(RedirectList list, int i, String sample) {
    Redirect redirect = list.redirects().get(i);
    Candidates candidates = list.index().candidates(SingleSlashes.in(sample));
    int tried = 0;
    for (int at = candidates.from(0);
        at >= 0 && at < i && tried < MOST_CANDIDATES;
        at = candidates.from(at + 1)) {
      Redirect before = list.redirects().get(at);
      if (covers(before, redirect)) {
        found.accept(
            new Shadow(
                    redirect.origin(),
                    kind(before, redirect),
                    "the redirect before it takes every path that it matches",
                    Optional.of(before.origin()))
                .meantFor(Optional.of(sample)));
        return;
      }
      tried++;
    }
  }

  private boolean covers(Redirect wide, Redirect narrow) {
    if (wide.pattern().isPresent()) {
      return narrow.pattern().isPresent()
          ? paths.covers(wide.pattern().get(), narrow.pattern().get())
          : paths.covers(wide.pattern().get(), Language.startingWith(narrow.prefix()));
    }
    return wide.prefix().equals("/")
        || (narrow.pattern().isEmpty() && begins(narrow.prefix(), wide.prefix()));
  }

  /** A prefix is a whole number of names (alias_matches of mod_alias). */
  private static boolean begins(String path, String prefix) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length()
            || prefix.endsWith("/")
            || path.charAt(prefix.length()) == '/');
  }

  private boolean takesAll(Redirect redirect) {
    return redirect.pattern().map(paths::coversPages).orElse(redirect.prefix().equals("/"));
  }

  private Kind kind(Redirect before, Redirect redirect) {
    boolean twice =
        before.prefix().equals(redirect.prefix())
            && before
                .pattern()
                .map(Object::toString)
                .equals(redirect.pattern().map(Object::toString));
    if (!twice) {
      return takesAll(before) && !takesAll(redirect) && before.target().isPresent()
          ? Kind.BEHIND_CATCH_ALL
          : Kind.COVERED;
    }
    return before.target().equals(redirect.target()) && before.status() == redirect.status()
        ? Kind.SAME_TARGET
        : Kind.OTHER_TARGET;
  }
}
