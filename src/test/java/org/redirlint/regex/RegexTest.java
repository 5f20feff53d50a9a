package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redirlint.regex.MatchResult.Matched;
import org.redirlint.regex.MatchResult.NotMatched;
import org.redirlint.regex.MatchResult.Undetermined;

class RegexTest {

  private static MatchResult match(String pattern, String subject) throws RegexSyntaxException {
    return Regex.compile(pattern, false).match(subject);
  }

  @ParameterizedTest
  @CsvSource({
    "^/a/(.*)$, /a/b, b",
    "^/a\\.b/(.*), /a.b/c/d, c/d",
    "(?s)^/a/(.*)\\z, /a/, ''",
    "(a|ab)(c|bcd), abcd, a",
    "^/(?!b)(.*), /ab, ab",
    "(?<long_name>x+), axx, xx",
    "(.)\\1, abb, b",
    "(?>a+)(b), aab, b",
    "(a++)b, aab, aa",
    "([[:alpha:]]+), 12ab3, ab",
    "([]a]+), x]a, ]a",
    "([^]a]+), ]ax, x",
    "'(a{,3})', 'a{,3}', 'a{,3}'",
    "(?i)/(ABC), /abc, abc",
    "(\\x41\\.), A., A.",
    "(\\Qa.b\\E), a.b, a.b",
    "(?'n'a), a, a",
    "(a[&&b]), a&, a&",
    "([a-c&-]+), a&-, a&-"
  })
  void captures(String pattern, String subject, String captured) throws RegexSyntaxException {
    MatchResult result = match(pattern, subject);
    assertThat(result).isInstanceOf(Matched.class);
    assertThat(((Matched) result).groups().get(1)).isEqualTo(captured);
  }

  @Test
  void aDollarAlsoMatchesBeforeAFinalLineFeed() throws RegexSyntaxException {
    assertThat(match("a$", "a\n")).isInstanceOf(Matched.class);
    assertThat(match("a\\z", "a\n")).isInstanceOf(NotMatched.class);
    assertThat(match("^a.b$", "a\nb")).isInstanceOf(NotMatched.class);
  }

  @Test
  void aDotMatchesALineFeedWhereItIsAsked() throws RegexSyntaxException {
    assertThat(match("^/(.*)$", "/a\n")).isEqualTo(new Matched(List.of("/a", "a"), 2));
    assertThat(match("^/(.*)$", "/a\nb")).isInstanceOf(NotMatched.class);
    assertThat(match("^/(.*)", "/a\nb")).isEqualTo(new Matched(List.of("/a", "a"), 2));
    assertThat(match("(?s)^/(.*)$", "/a\nb\n"))
        .isEqualTo(new Matched(List.of("/a\nb\n", "a\nb\n"), 2));
    assertThat(match("^/(.*)\\z", "/a\n")).isInstanceOf(NotMatched.class);
    assertThat(match("^/a(.*)$", "/b")).isInstanceOf(NotMatched.class);
  }

  @Test
  void caseIsIgnoredForAsciiLettersOnly() throws RegexSyntaxException {
    assertThat(Regex.compile("^\u00e9a$", true).match("\u00e9A")).isInstanceOf(Matched.class);
    assertThat(Regex.compile("^\u00e9$", true).match("\u00c9")).isInstanceOf(NotMatched.class);
    assertThat(Regex.compile("^[\u00e0-\u00ef]$", true).match("\u00c9"))
        .isInstanceOf(NotMatched.class);
  }

  @Test
  void namesGroups() throws RegexSyntaxException {
    assertThat(Regex.compile("(x)(?<a_b>y)(?P<c>z)", false).names())
        .isEqualTo(List.of(new Regex.GroupName("a_b", 2), new Regex.GroupName("c", 3)));
  }

  @ParameterizedTest
  @CsvSource({
    "(, missing closing parenthesis",
    "a), unmatched closing parenthesis",
    "[a, missing terminating"
  })
  void refusesWhatPcreRefuses(String pattern, String message) {
    assertThatThrownBy(() -> Regex.compile(pattern, false))
        .isInstanceOf(RegexSyntaxException.class)
        .hasMessageContaining(message);
  }

  @Test
  void catastrophicPatternsEnd() {
    String subject = "a".repeat(40) + "b";
    Duration second = Duration.ofSeconds(10);
    assertThat(Assertions.assertTimeoutPreemptively(second, () -> match("^(a+)+$", subject)))
        .isInstanceOf(NotMatched.class);
    assertThat(
            Assertions.assertTimeoutPreemptively(
                second, () -> match("^(?=x|a)(a|aa|a+)*\\1$", subject)))
        .isInstanceOf(Undetermined.class);
  }

  @Test
  void saysWhatItDoesNotUnderstand() throws RegexSyntaxException {
    assertThat(match("^(a(?1)?b)$", "ab"))
        .isInstanceOfSatisfying(Undetermined.class, u -> assertThat(u.reason()).contains("(?1"));
  }
}
