package org.redirlint.rule.redirect;

import java.util.stream.Stream;
import org.redirlint.rule.Occurrence;

/**
 * A {@code return} of nginx that is a URL without a status.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return">return</a>
 */
final class UrlAlone {

  private UrlAlone() {}

  /** Tells whether a directive is one. */
  static boolean in(Occurrence at) {
    return at.directive().is("return")
        && at.directive().arguments().size() == 1
        && Stream.of("http://", "https://", "$scheme")
            .anyMatch(at.directive().argument(0)::startsWith);
  }
}
