package org.redirlint.rule.fix;

import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.ast.FlagList.Flag;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.source.Span;

/**
 * Edits of the flags of {@code RewriteRule} and {@code RewriteCond}, which are their third word.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/rewrite/flags.html">RewriteRule Flags</a>
 */
public final class Flags {

  private static final int INDEX = 2;

  private Flags() {}

  /**
   * Adds a flag behind the others, in brackets of its own where there are none.
   *
   * @return nothing if the directive is too short, or its flags are broken
   */
  public static Optional<TextEdit> add(LoadedDirective directive, String flag) {
    List<Argument> words = directive.arguments();
    if (words.size() == INDEX) {
      return Optional.of(Words.after(directive, words.get(INDEX - 1), "[" + flag + "]"));
    }
    if (words.size() < INDEX || list(directive).isEmpty()) {
      return Optional.empty();
    }
    Argument flags = words.get(INDEX);
    int closing = flags.raw().lastIndexOf(']');
    boolean isEmpty = list(directive).get().flags().stream().allMatch(f -> f.name().isEmpty());
    return closing < 0
        ? Optional.empty()
        : Optional.of(
            TextEdit.insert(
                directive.origin().file(),
                flags.span().start() + closing,
                (isEmpty ? "" : ",") + flag));
  }

  /** Puts another flag in the place of one; nothing if there is no such flag. */
  public static Optional<TextEdit> replace(
      LoadedDirective directive, String shortName, String longName, String instead) {
    return find(directive, shortName, longName)
        .map(flag -> new TextEdit(directive.origin().file(), flag.span(), instead));
  }

  /** Takes a flag out; nothing if there is none of the name, or no other one. */
  public static Optional<TextEdit> remove(
      LoadedDirective directive, String shortName, String longName) {
    List<Flag> flags = list(directive).map(FlagList::flags).orElse(List.of());
    return find(directive, shortName, longName)
        .filter(flag -> flags.size() > 1)
        .map(
            flag -> {
              boolean isFirst = flags.get(0).equals(flag);
              Span place = flag.span();
              return new TextEdit(
                  directive.origin().file(),
                  isFirst
                      ? new Span(place.start(), place.end() + 1)
                      : new Span(place.start() - 1, place.end()),
                  "");
            });
  }

  /** Returns a flag whose place in the file is known; nothing if there is none of the name. */
  public static Optional<Flag> find(LoadedDirective directive, String shortName, String longName) {
    return list(directive)
        .flatMap(flags -> flags.find(shortName, longName))
        .filter(flag -> !flag.span().equals(directive.arguments().get(INDEX).span()));
  }

  private static Optional<FlagList> list(LoadedDirective directive) {
    return directive.arguments().size() > INDEX
        ? FlagList.of(directive.arguments().get(INDEX))
        : Optional.empty();
  }
}
