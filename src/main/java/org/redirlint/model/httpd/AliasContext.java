package org.redirlint.model.httpd;

import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * What mod_alias knows in one place of the configuration.
 *
 * @param redirects {@code Redirect} and {@code RedirectMatch}
 * @param aliases {@code Alias} and {@code AliasMatch}; of a server only
 * @param redirect {@code Redirect} without a path, in a {@code Location}
 * @param alias {@code Alias} without a path, in a {@code Location}
 * @param relative {@code RedirectRelative}
 */
public record AliasContext(
    RedirectList redirects,
    RedirectList aliases,
    Optional<Located> redirect,
    Optional<Located> alias,
    Optional<Boolean> relative) {

  /** Nothing. */
  public static final AliasContext NONE =
      new AliasContext(
          RedirectList.EMPTY,
          RedirectList.EMPTY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * A redirect or an alias of the section it stands in.
   *
   * @param status the status of a redirect; 0 for an alias
   * @param target where it leads; empty for a status that leads nowhere
   * @param location the section's path; empty if that is a regular expression
   */
  public record Located(
      Origin origin, int status, Optional<Expression.Text> target, Optional<String> location) {}

  /** Returns what holds in an inner place: its own come first. */
  public AliasContext merge(AliasContext inner) {
    return inner.equals(NONE)
        ? this
        : new AliasContext(
            inner.redirects.before(redirects),
            inner.aliases.before(aliases),
            inner.redirect.or(() -> redirect),
            inner.alias.or(() -> alias),
            inner.relative.or(() -> relative));
  }
}
