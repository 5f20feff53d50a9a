package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redirlint.regex.MatchResult.Matched;

class LanguageMatchTest {

  private static LanguageMatch match(String pattern, Language subject) throws RegexSyntaxException {
    return Regex.compile(pattern, false).match(subject);
  }

  @ParameterizedTest
  @CsvSource({
    "^/a/(.*)$, /a/, x",
    "a$, ba, ab",
    "\\bcat\\b, a cat!, concat",
    "^(?!www\\.), example.com, www.example.com",
    "^/(?!admin/)[^.]*$, /shop/, /admin/x",
    "(?<!/)$, /a, /a/",
    "(?i)^/ABC, /abc/d, /ab",
    "^[^/]++/, abc/d, abc",
    "^(?>a|ab)c, ac, abc",
    "^\\R$, '\r\n', x"
  })
  void tellsExactlyWhatMatches(String pattern, String yes, String no) throws RegexSyntaxException {
    LanguageMatch match = match(pattern, Language.ALL);
    assertThat(match.isExact()).isTrue();
    assertThat(match.matching().contains(yes)).isTrue();
    assertThat(match.rest().contains(yes)).isFalse();
    assertThat(match.matching().contains(no)).isFalse();
    assertThat(match.rest().contains(no)).isTrue();
  }

  @Test
  void tellsWhatAGroupCaptures() throws RegexSyntaxException {
    LanguageMatch match = match("^/shop/([a-z]+)/(\\d+)?$", Language.startingWith("/shop/cars/"));
    assertThat(match.group(1)).isEqualTo(Language.of("cars"));
    assertThat(match.group(2).contains("12")).isTrue();
    assertThat(match.group(2).contains("x")).isFalse();
    assertThat(match.mayBeUnset(1)).isFalse();
    assertThat(match.mayBeUnset(2)).isTrue();
    assertThat(match.group(0).contains("/shop/cars/7")).isTrue();
    assertThat(match.group(0).contains("/shop/cars")).isFalse();
  }

  /** A match is the first one there is: it does not begin behind what it could have begun with. */
  @Test
  void beginsAsEarlyAsItCan() throws RegexSyntaxException {
    LanguageMatch match = match("([a-z]+)/$", Language.ALL);
    assertThat(match.group(1).contains("ab")).isTrue();
    LanguageMatch rooted = match("(?s)(.+)/$", Language.startingWith("/"));
    assertThat(Language.startingWith("/").includes(rooted.group(1))).isTrue();
    LanguageMatch words = match("([a-z]+)/$", Language.startingWith("x"));
    assertThat(words.group(1).contains("b")).isTrue();
    assertThat(match("([a-z]+)/$", Language.of("1ab/")).group(1)).isEqualTo(Language.of("ab"));
    Language letters = Regex.compile("^x[a-z]*/$", false).match(Language.ALL).matching();
    assertThat(match("([a-z]+)/$", letters).group(1).contains("b")).isFalse();
    // The group has to stand there once more: then it may well begin later.
    Language twice = Regex.compile("^aabab.*$", false).match(Language.ALL).matching();
    assertThat(match("(a+)b\\1b", twice).group(1).contains("a")).isTrue();
  }

  @Test
  void matchesEachOfFewTextsByItself() throws RegexSyntaxException {
    LanguageMatch match = match("^(a+?)(a*)(b)?", Language.anyOf(List.of("aa", "aab", "c")));
    assertThat(match.matching()).isEqualTo(Language.anyOf(List.of("aa", "aab")));
    assertThat(match.rest()).isEqualTo(Language.of("c"));
    assertThat(match.group(1)).isEqualTo(Language.of("a"));
    assertThat(match.mayBeUnset(3)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"^(\\w+)/\\1$, a/a, a-a", "^(?>a*|b)a?c, aac, d", "^(?:ab)++a, abba, c"})
  void approximatesWhatIsNotRegularFromBothSides(String pattern, String subject, String no)
      throws RegexSyntaxException {
    LanguageMatch match = match(pattern, Language.ALL);
    assertThat(match.isExact()).isFalse();
    boolean matched = Regex.compile(pattern, false).match(subject) instanceof Matched;
    assertThat(matched ? match.matching().contains(subject) : match.rest().contains(subject))
        .isTrue();
    assertThat(match.matching().contains(no)).isFalse();
  }

  @Test
  void knowsNothingOfWhatItDoesNotUnderstand() throws RegexSyntaxException {
    LanguageMatch match = match("^(a(?1)?b)$", Language.startingWith("a"));
    assertThat(match.isExact()).isFalse();
    assertThat(match.matching()).isEqualTo(Language.startingWith("a"));
    assertThat(match.rest()).isEqualTo(Language.startingWith("a"));
    assertThat(match.group(1)).isEqualTo(Language.ALL);
  }

  /** What the real PCRE2 found is among what can be found. */
  @Test
  void holdsWhatPcreFinds() throws RegexSyntaxException {
    int exact = 0;
    for (Recorded.Entry entry : Recorded.read("matched.jsonl")) {
      if (entry.refused().isPresent()) {
        continue;
      }
      Regex regex = Regex.compile(entry.pattern(), entry.ignoreCase());
      LanguageMatch match = regex.match(Language.ALL);
      exact += match.isExact() ? 1 : 0;
      for (Recorded.Found found : entry.matches()) {
        String subject = found.subject();
        boolean matches = found.groups().isPresent();
        assertThat(matches ? match.matching().contains(subject) : match.rest().contains(subject))
            .as("%s on %s", entry.pattern(), subject)
            .isTrue();
        if (match.isExact()) {
          assertThat(match.matching().contains(subject))
              .as("%s on %s", entry.pattern(), subject)
              .isEqualTo(matches);
        }
        List<Optional<String>> groups = found.groups().orElse(List.of());
        for (int i = 0; i < groups.size(); i++) {
          String where = "%s, group %d on %s".formatted(entry.pattern(), i, subject);
          if (groups.get(i).isPresent()) {
            assertThat(match.group(i).contains(groups.get(i).orElseThrow())).as(where).isTrue();
          } else {
            assertThat(match.mayBeUnset(i)).as(where).isTrue();
          }
        }
      }
    }
    assertThat(exact).isGreaterThan(250);
  }

  /**
   * Some of the patterns are too large to be told exactly; nothing is left out of theirs either.
   */
  @Test
  void agreesWithMatchingTextByText() throws RegexSyntaxException {
    RandomTexts random = new RandomTexts(5);
    int exact = 0;
    for (int i = 0; i < 300; i++) {
      String pattern = random.pattern();
      Regex regex = Regex.compile(pattern, false);
      LanguageMatch match = regex.match(Language.ALL);
      exact += match.isExact() ? 1 : 0;
      for (int j = 0; j < 20; j++) {
        String subject = random.text();
        boolean matches = regex.match(subject) instanceof Matched;
        String where = "%s on %s".formatted(pattern, subject);
        assertThat(matches ? match.matching() : match.rest())
            .as(where)
            .matches(language -> language.contains(subject));
        assertThat(match.isExact() && match.matching().contains(subject) != matches)
            .as(where)
            .isFalse();
        if (regex.match(subject) instanceof Matched matched) {
          holdsGroups(match, matched, where);
        }
      }
    }
    assertThat(exact).isGreaterThan(270);
  }

  private static void holdsGroups(LanguageMatch match, Matched matched, String where) {
    for (int group = 0; group < matched.groups().size(); group++) {
      String text = matched.groups().get(group);
      assertThat(match.group(group).contains(text) || (text.isEmpty() && match.mayBeUnset(group)))
          .as("%s, group %d", where, group)
          .isTrue();
    }
  }
}
