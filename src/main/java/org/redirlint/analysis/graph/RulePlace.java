package org.redirlint.analysis.graph;

import java.util.Optional;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Transducer;

/**
 * Where rules of mod_rewrite stand, which decides what their patterns are held against: the path of
 * the URL in a server, what follows the folder in a folder.
 *
 * @param folder the path of the folder they are for, with a slash at its end; the empty text for a
 *     server's, and empty where it is not known
 * @param below whether they are for what lies below one directory, wherever that is
 */
record RulePlace(Optional<String> folder, boolean below) {

  private static final String SERVER = "";

  /** What lies below a directory: however its path was put together, no slash is left before it. */
  private static final Language BELOW = Language.ALL.minus(Language.startingWith("/"));

  /** The place of the rules of a server. */
  static final RulePlace OF_SERVER = new RulePlace(Optional.of(SERVER), false);

  /** A place of which nothing is known. */
  static final RulePlace ANYWHERE = new RulePlace(Optional.empty(), false);

  /**
   * Returns the place of the rules of a directory.
   *
   * @param folder the path of its URL; empty if that is not known
   */
  static RulePlace below(Optional<String> folder) {
    return new RulePlace(folder, true);
  }

  /** Tells whether the rules are those of a server. */
  boolean isServer() {
    return folder.filter(SERVER::equals).isPresent();
  }

  /** Returns what patterns are held against. */
  Language subjects() {
    return isServer() ? DecodedPaths.ALL : DecodedPaths.RELATIVE;
  }

  /** Returns what patterns are held against for some paths. */
  Language subjects(Language paths) {
    String start = folder.orElse(SERVER);
    return start.isEmpty() || paths.equals(DecodedPaths.ALL)
        ? (start.isEmpty() ? paths : subjects())
        : paths.intersect(Language.startingWith(start)).image(Transducer.without(start.length()));
  }

  /** Returns the paths that a rule may take. */
  Language paths(RewriteRule rule) {
    if (folder.isPresent()) {
      return placed(taken(rule, subjects()));
    }
    return below && taken(rule, BELOW).isEmpty() ? Language.NONE : DecodedPaths.ALL;
  }

  private static Language taken(RewriteRule rule, Language subjects) {
    LanguageMatch match = rule.pattern().match(subjects);
    return rule.negated() ? match.rest() : match.matching();
  }

  /** Returns the paths that a rule takes if its conditions hold. */
  Language always(RewriteRule rule) {
    if (folder.isEmpty()) {
      return Language.NONE;
    }
    LanguageMatch match = rule.pattern().match(subjects());
    return match.isExact()
        ? placed(rule.negated() ? match.rest() : match.matching())
        : Language.NONE;
  }

  private Language placed(Language subjects) {
    return isServer()
        ? subjects
        : DecodedPaths.ALL.intersect(Language.of(folder.orElse(SERVER)).concatenate(subjects));
  }
}
