package org.redirlint.model.httpd;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.model.SingleSlashes;

/**
 * Redirects or aliases in their order, with an index of those that can match only some paths.
 *
 * @param redirects the redirects or aliases
 * @param index which of them a path can match, adjacent slashes of which are one
 */
public record RedirectList(List<Redirect> redirects, PrefixIndex index) {

  /** No redirects. */
  public static final RedirectList EMPTY = of(List.of());

  public RedirectList {
    redirects = List.copyOf(redirects);
  }

  /** Returns the redirects with their index. */
  public static RedirectList of(List<Redirect> redirects) {
    List<PrefixIndex.Key> keys = new ArrayList<>(redirects.size());
    for (Redirect redirect : redirects) {
      keys.add(
          redirect.pattern().isPresent()
              ? PrefixIndex.Key.ANY
              : new PrefixIndex.Key(SingleSlashes.in(redirect.prefix()), false, false));
    }
    return new RedirectList(redirects, PrefixIndex.of(keys));
  }

  /** Returns these, then those of the place around (alias_dir and server merge). */
  public RedirectList before(RedirectList outer) {
    if (redirects.isEmpty() || outer.redirects.isEmpty()) {
      return redirects.isEmpty() ? outer : this;
    }
    List<Redirect> all = new ArrayList<>(redirects);
    all.addAll(outer.redirects);
    return of(all);
  }
}
