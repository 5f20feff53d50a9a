package org.redirlint.rule.redirect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.ast.Argument;
import org.redirlint.rule.Occurrence;

/**
 * A {@code Redirect} or {@code RedirectMatch} directive of mod_alias, its arguments told apart.
 *
 * @param status the first argument, if it is a status
 * @param target the URL; a redirect has one, a refusal (404, 410) has none
 */
record AliasRedirect(Optional<Argument> status, Optional<Argument> target) {

  static final String[] NAMES = {"Redirect", "RedirectMatch"};

  /** Returns the arguments of a directive; inside {@code Location} the path is left out. */
  static AliasRedirect of(Occurrence redirect) {
    List<Argument> arguments = redirect.directive().arguments();
    boolean inLocation = redirect.nearest("Location", "LocationMatch").isPresent();
    boolean hasStatus =
        !arguments.isEmpty()
            && (arguments.size() > 2
                || StatusWord.ofRedirect(arguments.get(0).value()).isPresent());
    int targetIndex = (hasStatus ? 1 : 0) + (inLocation && arguments.size() < 3 ? 0 : 1);
    return new AliasRedirect(
        hasStatus ? Optional.of(arguments.get(0)) : Optional.empty(),
        targetIndex < arguments.size()
            ? Optional.of(arguments.get(targetIndex))
            : Optional.empty());
  }

  /** Returns the status; 302 where none is given, nothing where the word is no status. */
  OptionalInt code() {
    return status.isEmpty() ? OptionalInt.of(302) : StatusWord.ofRedirect(status.get().value());
  }
}
