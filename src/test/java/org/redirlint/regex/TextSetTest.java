package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of all texts with a beginning and an end holds of each of them. */
class TextSetTest {

  private static final List<String> MIDDLES = List.of("", "a", "A", "/", "//", "a/b", "?", "/a?");
  private static final List<String> ENDS = List.of("", "/", "a", "Ab", "//");
  private static final List<TextSet> SETS =
      List.of(
          TextSet.EMPTY,
          TextSet.ALL,
          TextSet.of("/", "/a", "ab"),
          TextSet.startingWith("//"),
          TextSet.startingWith("/"),
          TextSet.endingWith("/"),
          TextSet.notShorterThan(3),
          TextSet.holding("?"),
          TextSet.matching("^/a"),
          new TextSet.InAnyCase(TextSet.startingWith("ab")),
          new TextSet.Outside(TextSet.startingWith("/")),
          new TextSet.Without(TextSet.startingWith("/"), TextSet.startingWith("//")));

  @Test
  void whatIsToldOfAllTextsHoldsOfEach() {
    int told = 0;
    for (TextSet set : SETS) {
      for (String start : ENDS) {
        for (String end : ENDS) {
          Optional<Boolean> all = set.containsAllAround(start, end);
          told += all.isPresent() ? 1 : 0;
          for (String middle : MIDDLES) {
            String text = start + middle + end;
            all.ifPresent(in -> assertThat(set.contains(text)).as(set + ": " + text).isEqualTo(in));
          }
        }
      }
    }
    assertThat(told).isGreaterThan(150);
  }

  @Test
  void aBeginningTellsOfSchemes() {
    TextSet http = new TextSet.InAnyCase(TextSet.startingWith("http://"));
    assertThat(http.containsAllAround("HTTP://www.", "")).contains(true);
    assertThat(http.containsAllAround("https://www.", "")).contains(false);
    assertThat(http.containsAllAround("htt", "")).isEmpty();
  }

  @Test
  void aLanguageKnowsHowItsTextsBegin() {
    assertThat(Language.startingWith("/a/").start()).isEqualTo("/a/");
    assertThat(Language.of("/a").start()).isEqualTo("/a");
    assertThat(Language.of("/a").union(Language.startingWith("/a/")).start()).isEqualTo("/a");
    assertThat(Language.ALL.start()).isEmpty();
    assertThat(Language.NONE.start()).isEmpty();
  }
}
