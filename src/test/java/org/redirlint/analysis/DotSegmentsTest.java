package org.redirlint.analysis;

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
    paths.removeIf(path -> !Browser.WITH_DOT_SEGMENTS.contains(path) || path.startsWith("//"));
    assertThat(paths).hasSizeGreaterThan(5_000);
    for (String path : paths) {
      assertThat(DotSegments.removed(Language.of(path)))
          .as(path)
          .satisfiesAnyOf(
              removed -> assertThat(removed.texts(1)).contains(List.of(resolved(path))),
              removed -> assertThat(removed).isSameAs(Browser.PATHS));
    }
  }

  @Test
  void manyPathsBecomeWhatEachBecomes() {
    Language paths =
        Regex.constant("^/a/[ab./]{5}b\\.?\\.?\\z")
            .match(Language.ALL)
            .matching()
            .intersect(Browser.WITH_DOT_SEGMENTS)
            .minus(Regex.constant("/\\.\\./\\.\\./").match(Language.ALL).matching());
    Set<String> resolved = new TreeSet<>();
    paths.texts(10_000).orElseThrow().forEach(path -> resolved.add(resolved(path)));
    assertThat(paths.texts(256)).isEmpty();
    assertThat(DotSegments.removed(paths).texts(10_000).orElseThrow())
        .containsExactlyInAnyOrderElementsOf(resolved);
  }

  @Test
  void whatIsEncodedMayBecomeAnything() {
    assertThat(DotSegments.removed(Language.of("/a/%2e%2E/b"))).isSameAs(Browser.PATHS);
    assertThat(DotSegments.removed(Language.of("/a/../../../../b"))).isSameAs(Browser.PATHS);
    assertThat(DotSegments.removed(Language.of("/a%2e/../b")).texts(2)).contains(List.of("/b"));
  }

  private static String resolved(String path) {
    return HERE.resolve(path).orElseThrow().target();
  }
}
