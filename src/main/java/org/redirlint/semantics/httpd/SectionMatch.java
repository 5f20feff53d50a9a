package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.redirlint.model.SingleSlashes;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.regex.Regex.GroupName;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;

/** Enters sections whose name fits. */
final class SectionMatch {

  private SectionMatch() {}

  /** Enters a section whose regular expression matches; its named groups become variables. */
  static <V> List<State<V>> regex(Domain<V> domain, State<V> state, Section section, V subject) {
    return Branches.then(
        domain.match(section.pattern().orElseThrow(), subject),
        side -> {
          if (!side.result().matches()) {
            return List.of(state);
          }
          State<V> entered = enter(state, section);
          for (GroupName group : section.pattern().orElseThrow().names()) {
            entered =
                entered.withVariable(
                    "MATCH_" + group.name().toUpperCase(Locale.ROOT),
                    side.result().groups().get(group.number()));
          }
          return List.of(entered);
        });
  }

  /** Enters a Files section that names the file. */
  static <V> List<State<V>> file(Domain<V> domain, State<V> state, Section section, V name) {
    if (section.pattern().isPresent()) {
      return regex(domain, state, section, name);
    }
    Classifier<Boolean> fits =
        section.wildcard()
            ? Classifier.among(
                List.of(true, false), text -> Wildcards.file(text, section.name(), false))
            : Tests.is(section.name());
    return Branches.then(
        domain.classify(fits, name),
        side -> List.of(side.result() ? enter(state, section) : state));
  }

  /** Enters a Location section that holds a URL-path. */
  static <V> List<State<V>> location(Domain<V> domain, State<V> state, Section section) {
    V uri = state.resource().uri();
    if (section.pattern().isPresent()) {
      return regex(domain, state, section, uri);
    }
    Classifier<Boolean> fits =
        section.wildcard()
            ? Classifier.among(
                List.of(true, false), text -> Wildcards.file(text, section.name(), true))
            : Tests.described(
                text -> Prefixes.isBelow(section.name()).of(SingleSlashes.in(text)),
                below(section.name()));
    return Branches.then(
        domain.classify(fits, uri), side -> List.of(side.result() ? enter(state, section) : state));
  }

  /** Returns the URL-paths below a prefix, whose slashes may stand for several. */
  private static TextSet below(String prefix) {
    return TextSet.matching(
        "^"
            + Prefixes.quoted(prefix).replace("/", "/+")
            + (prefix.endsWith("/") ? "" : "(?:/|\\z)"));
  }

  /**
   * Walks through sections that are merged with one another first, and only then with what holds
   * outside of them: so do all of httpd's walks.
   */
  static <V> List<State<V>> apart(State<V> state, Function<State<V>, List<State<V>>> walk) {
    return Branches.then(
        walk.apply(state.with(Settings.NONE)),
        walked -> List.of(walked.with(state.settings().merge(walked.settings()))));
  }

  static <V> State<V> enter(State<V> state, Section section) {
    return state.with(state.settings().merge(section.settings()));
  }
}
