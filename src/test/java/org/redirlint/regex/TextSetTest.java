package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of all texts with a beginning and an end holds of each of them. */
class TextSetTest {

  private static final List<String> MIDDLES = List.of("", "a", "A", "/", "//", "a/b", "?", "/a?");
  private static final List<String> ENDS = List.of("", "/", "a", "Ab", "//");
  private static final List<TextSet> SETS =
      List.of(
          TextSet.of(""),
          TextSet.all(),
          TextSet.of("/", "/a", "ab"),
          TextSet.startingWith("//"),
          TextSet.startingWith("/"),
          TextSet.endingWith("/"),
          TextSet.notShorterThan(3),
          TextSet.holding("?"),
          TextSet.matching("^/a"),
          TextSet.passing(text -> text.startsWith("/a"), "^/a"),
          TextSet.kept(TextSet.endingWith("/")),
          new TextSet.Behind("/", TextSet.matching("^a")),
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
  void aLanguageHasTheTextsOfItsSet() {
    for (TextSet set : SETS) {
      Language language = Language.of(set);
      for (String start : ENDS) {
        for (String middle : MIDDLES) {
          String text = start + middle;
          assertThat(language.contains(text)).as(set + ": " + text).isEqualTo(set.contains(text));
        }
      }
    }
  }

  /** What can stand behind a beginning is tried behind every one. */
  @ParameterizedTest
  @ValueSource(strings = {"^(?:/|\\z)", "^(?!/)", "^/*\\z"})
  void whatIsTriedBehindABeginningIsTheSameBehindEach(String pattern) {
    TextSet rest = TextSet.matching(pattern);
    List<String> tried = Language.of(rest).samples(4);
    for (String start : List.of("/", "/old", "/old/", "/var/www/html", "/a-b.c")) {
      assertThat(Language.of(new TextSet.Behind(start, rest)).samples(4))
          .isEqualTo(tried.stream().map(text -> start + text).toList())
          .isEqualTo(
              Language.of(TextSet.matching("^" + Pattern.quote(start) + pattern.substring(1)))
                  .samples(4));
    }
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
