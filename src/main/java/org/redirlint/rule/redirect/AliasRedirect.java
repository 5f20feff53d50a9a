package org.redirlint.rule.redirect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.ast.Argument;
import org.redirlint.ast.Dialect;
import org.redirlint.rule.Occurrence;

/**
 * A {@code Redirect} or {@code RedirectMatch} directive of mod_alias, its arguments told apart.
 *
 * @param status the first argument, if it is a status
 * @param target the URL; a redirect has one, a refusal (404, 410) has none
 */
record AliasRedirect(Optional<Argument> status, Optional<Argument> target) {

  static final String[] NAMES = {"Redirect", "RedirectMatch"};

  private static final String[] SECTIONS = {
    "Location",
    "LocationMatch",
    "Directory",
    "DirectoryMatch",
    "Files",
    "FilesMatch",
    "If",
    "ElseIf",
    "Else"
  };

  /**
   * Returns the arguments of a directive; inside sections and {@code .htaccess} files the path may
   * be left out of a redirect.
   */
  static AliasRedirect of(Occurrence redirect) {
    List<Argument> arguments = redirect.directive().arguments();
    boolean inSection =
        redirect.nearest(SECTIONS).isPresent()
            || redirect.configuration().main().dialect() == Dialect.HTACCESS;
    boolean hasStatus =
        !arguments.isEmpty()
            && (arguments.size() > 2
                || StatusWord.ofRedirect(arguments.get(0).value()).isPresent());
    boolean refuses =
        hasStatus
            && StatusWord.ofRedirect(arguments.get(0).value()).stream()
                .noneMatch(StatusWord::isRedirect);
    boolean pathMayBeMissing = inSection && !refuses && arguments.size() < 3;
    int targetIndex = (hasStatus ? 1 : 0) + (pathMayBeMissing ? 0 : 1);
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
