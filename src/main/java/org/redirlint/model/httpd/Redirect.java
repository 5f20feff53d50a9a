package org.redirlint.model.httpd;

import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * {@code Redirect} and {@code RedirectMatch}, {@code Alias} and {@code AliasMatch} of mod_alias.
 *
 * @param prefix the URL-path a request must begin with; the empty text if there is a pattern
 * @param pattern what the URL-path must match instead of beginning with the prefix
 * @param status the status of a redirect; 0 for an alias
 * @param target where it leads; empty for a status that leads nowhere
 */
public record Redirect(
    Origin origin, String prefix, Optional<Regex> pattern, int status, Optional<String> target) {

  /** Returns where it leads, with what its pattern captures. */
  public Template template() {
    String written = target.orElse("");
    return pattern.isPresent() ? Backreferences.read(written) : Template.of(written);
  }

  /** Tells whether the status is one that has a Location. */
  public boolean leads() {
    return status >= 300 && status < 400;
  }
}
