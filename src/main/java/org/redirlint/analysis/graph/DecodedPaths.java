package org.redirlint.analysis.graph;

import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.DotSegments;
import org.redirlint.semantics.httpd.Escapes;

/** The paths of requests as httpd sees them: decoded, slashes merged, dot segments taken out. */
final class DecodedPaths {

  /** All of them. */
  static final Language ALL =
      Language.startingWith("/").minus(matching("//")).minus(matching("/\\.{1,2}(?:/|\\z)"));

  /** Those that end with a slash. */
  static final Language FOLDERS = ALL.intersect(Language.endingWith("/"));

  /** All of them, without their first slash. */
  static final Language RELATIVE = ALL.image(Transducer.without(1));

  /** What may be sent where nothing is known of it: a path without a query. */
  static final Language SENT = Language.startingWith("/").minus(matching("[? ]"));

  private DecodedPaths() {}

  /**
   * Returns what becomes of texts that are sent as paths; all paths where that is not simple. Dot
   * segments are taken out by the client, which knows of no slashes to merge, or by the server.
   */
  static Language of(Language texts) {
    if (ALL.includes(texts)) {
      return texts;
    }
    if (!Language.startingWith("/").includes(texts)) {
      return ALL;
    }
    Language odd = texts.minus(ALL);
    Optional<Language> byClient = DotSegments.removed(odd).map(DecodedPaths::merged);
    Optional<Language> byServer = DotSegments.removed(merged(odd));
    return byClient.isEmpty() || byServer.isEmpty()
        ? ALL
        : texts.intersect(ALL).union(byClient.get()).union(byServer.get());
  }

  private static Language merged(Language paths) {
    return paths.image(MergedSlashes.INSTANCE);
  }

  /** Returns how decoded paths are sent, if httpd has written them into a {@code Location}. */
  static Language sent(Language paths) {
    return paths.equals(ALL) ? SENT : paths.image(Escapes.PATH);
  }

  private static Language matching(String pattern) {
    return Regex.constant(pattern).match(Language.ALL).matching();
  }
}
