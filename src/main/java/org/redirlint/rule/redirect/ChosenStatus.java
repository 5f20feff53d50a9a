package org.redirlint.rule.redirect;

import org.redirlint.ast.FlagList;
import org.redirlint.rule.Occurrence;

/**
 * Tells redirects whose status somebody has written from those that are temporary because nobody
 * has.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirect">Redirect</a>
 * @see <a href="https://httpd.apache.org/docs/2.4/rewrite/flags.html#flag_r">R|redirect</a>
 */
final class ChosenStatus {

  private ChosenStatus() {}

  /**
   * Tells whether a directive that redirects says with which status; in nginx each of them does.
   */
  static boolean isWritten(Occurrence redirect) {
    return switch (redirect.configuration().main().dialect()) {
      case NGINX -> true;
      case HTTPD, HTACCESS ->
          redirect.directive().is("RewriteRule") ? isFlagged(redirect) : isAliased(redirect);
    };
  }

  /** The name of the target alone, without the flag, makes a rule redirect as well. */
  private static boolean isFlagged(Occurrence rule) {
    return rule.directive().arguments().stream()
        .skip(2)
        .findFirst()
        .flatMap(FlagList::of)
        .flatMap(flags -> flags.find("R", "redirect"))
        .filter(flag -> !flag.value().isEmpty())
        .isPresent();
  }

  private static boolean isAliased(Occurrence redirect) {
    return redirect.directive().is("RedirectTemp")
        || AliasRedirect.of(redirect).status().isPresent();
  }
}
