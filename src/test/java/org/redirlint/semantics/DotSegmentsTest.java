package org.redirlint.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Url;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/** Dot segments are taken out of all paths at once as a client takes them out of each. */
class DotSegmentsTest {

  private static final Url HERE = new Url("http", "example.com", 80, "/");

  private static final Language WITH_DOT_SEGMENTS =
      Regex.constant("/\\.{1,2}(?:/|\\z)").match(Language.ALL).matching();

  @Test
  void eachPathBecomesWhatTheClientMakesOfIt() {
    List<String> paths = new ArrayList<>();
    List<String> open = List.of("/");
    for (int length = 1; length <= 9; length++) {
      List<String> longer = new ArrayList<>();
      for (String path : open) {
        for (String character : List.of("a", ".", "/")) {
          longer.add(path + character);
        }
      }
      paths.addAll(longer);
      open = longer;
    }
    paths.removeIf(path -> !WITH_DOT_SEGMENTS.contains(path) || path.startsWith("//"));
    assertThat(paths).hasSizeGreaterThan(5_000);
    for (String path : paths) {
      assertThat(DotSegments.removed(Language.of(path)))
          .as(path)
          .satisfiesAnyOf(
              removed -> assertThat(removed).contains(Language.of(resolved(path))),
              removed -> assertThat(removed).isEmpty());
    }
  }

  @Test
  void manyPathsBecomeWhatEachBecomes() {
    Language paths =
        Regex.constant("^/a/[ab./]{5}b\\.?\\.?\\z")
            .match(Language.ALL)
            .matching()
            .intersect(WITH_DOT_SEGMENTS)
            .minus(Regex.constant("/\\.\\./\\.\\./").match(Language.ALL).matching());
    Set<String> resolved = new TreeSet<>();
    paths.texts(10_000).orElseThrow().forEach(path -> resolved.add(resolved(path)));
    assertThat(paths.texts(256)).isEmpty();
    assertThat(DotSegments.removed(paths).orElseThrow().texts(10_000).orElseThrow())
        .containsExactlyInAnyOrderElementsOf(resolved);
  }

  @Test
  void pathsThatGoFarUpwardsAreNotFollowed() {
    assertThat(DotSegments.removed(Language.of("/a/../../../../b"))).isEmpty();
    assertThat(DotSegments.removed(Language.of("/a%2e/../b"))).contains(Language.of("/b"));
  }

  private static String resolved(String path) {
    return HERE.resolve(path).orElseThrow().target();
  }
}
