package org.redirlint.rule.fix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.http.Url;

/** Puts another target into a directive that redirects to one that is written out. */
public final class OtherTarget {

  /** No character of these has a meaning of its own in a target, for either server. */
  private static final String PLAIN = "[A-Za-z0-9/._~:@-]+";

  private OtherTarget() {}

  /**
   * Returns what makes a directive redirect somewhere else.
   *
   * @param directive what redirects
   * @param from where it redirects to
   * @param to where it shall redirect to
   * @return nothing if the directive does not spell its target out, or cannot spell the other
   */
  public static Optional<Fix> of(LoadedDirective directive, Url from, Url to) {
    boolean sameServer = origin(from).equals(origin(to));
    return target(directive)
        .flatMap(
            word ->
                instead(word.value(), from, to, sameServer)
                    .filter(target -> target.matches(PLAIN))
                    .map(
                        target ->
                            Fix.mending(
                                "redirect to " + target + " at once",
                                List.of(Words.instead(directive, word, target)))));
  }

  private static Optional<String> instead(String word, Url from, Url to, boolean sameServer) {
    if (word.equals(from.toString())) {
      return Optional.of(to.toString());
    }
    return word.equals(from.target())
        ? Optional.of(sameServer ? to.target() : to.toString())
        : Optional.empty();
  }

  private static String origin(Url url) {
    return url.scheme() + "://" + url.hostHeader();
  }

  private static Optional<Argument> target(LoadedDirective directive) {
    List<Argument> words = directive.arguments();
    boolean second =
        switch (directive.name().toLowerCase(Locale.ROOT)) {
          case "rewrite", "rewriterule" -> true;
          default -> false;
        };
    int at = second ? 1 : words.size() - 1;
    return at >= 1 && at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
  }
}
