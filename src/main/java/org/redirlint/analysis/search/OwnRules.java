package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Tells whether a chain has no end only as long as the folders that its directives lead to have no
 * rules of their own: those hold instead of the rules above them.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriteoptions">Rules are
 *     not inherited unless RewriteOptions says so</a>
 */
final class OwnRules {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** How many folders are looked at. */
  private static final int MOST = 10;

  private final Site site;
  private final Predicate<String> known;
  private final BiFunction<Site, Trial, Chain> replay;

  /**
   * Takes the site.
   *
   * @param known tells whether it is known what is at a path
   * @param replay asks a site
   */
  OwnRules(Site site, Predicate<String> known, BiFunction<Site, Trial, Chain> replay) {
    this.site = site;
    this.known = known;
    this.replay = replay;
  }

  /** Returns what has to be assumed of the folders among the paths that were looked for. */
  List<Assumption> of(Trial trial, Chain chain, Collection<String> asked) {
    List<Assumption> needed = new ArrayList<>();
    asked.stream()
        .filter(path -> isNamed(path, chain) && !known.test(path + "/.htaccess"))
        .limit(MOST)
        .forEach(
            path -> {
              Optional<Site> other = site.withOwnRules(path);
              if (other.isPresent() && ends(other.get(), trial, path, chain)) {
                needed.add(new Assumption("there is no .htaccess of its own in " + path, false));
              }
            });
    return needed;
  }

  private boolean ends(Site other, Trial trial, String path, Chain chain) {
    Trial assuming = trial.assuming(path, FileStatus.DIRECTORY);
    return replay.apply(other, assuming).end() != chain.end();
  }

  /**
   * Tells whether a directive on the way leads to a folder of that name; one that is asked for it,
   * too, is meant to hold there.
   */
  private static boolean isNamed(String path, Chain chain) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Predicate<String> folder =
        Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "/").asPredicate();
    return !FileNames.isOfAFile(name)
        && chain.hops().stream()
            .flatMap(hop -> hop.reply().steps().stream())
            .map(Step::origin)
            .distinct()
            .anyMatch(origin -> leadsTo(folder, WHITE_SPACE.split(text(origin))));
  }

  private static String text(Origin origin) {
    return origin.file().text().substring(origin.span().start(), origin.span().end());
  }

  /** The words of a directive: its name, what is asked for, where that leads, and flags. */
  private static boolean leadsTo(Predicate<String> folder, String[] words) {
    int target = words[0].equalsIgnoreCase("RewriteRule") ? 2 : words.length - 1;
    return target > 0
        && target < words.length
        && folder.test(words[target])
        && Stream.of(words).filter(folder).count() == 1;
  }
}
