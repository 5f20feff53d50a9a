package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/** Patterns made to take for ever: each ends, with an answer or with the documented refusal. */
class HostileRegexTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static LanguageMatch match(String pattern) {
    return Assertions.assertTimeoutPreemptively(
        LIMIT, () -> Regex.compile(pattern, false).match(Language.ALL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a{1000}){1000}$",
        "^((a{100}){100}){100}$",
        "^(a|b)*a(a|b){20}$",
        "(.*a){30}(.*b){30}(?=.*(c.{12}d))",
      })
  void aLanguageTooLargeIsToldAsUnknown(String pattern) {
    LanguageMatch match = match(pattern);
    assertThat(match.isExact()).isFalse();
    assertThat(match.matching()).isEqualTo(Language.ALL);
    assertThat(match.rest()).isEqualTo(Language.ALL);
    assertThat(match.group(0)).isEqualTo(Language.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^((((a*)*)*)*)*$", "^(a+)+$", "^(a|a|a)*$", "^(a|aa)+$"})
  void nestedQuantifiersAreExact(String pattern) {
    LanguageMatch match = match(pattern);
    assertThat(match.isExact()).isTrue();
    assertThat(match.matching().contains("a".repeat(5000))).isTrue();
    assertThat(match.rest().contains("a".repeat(5000) + "b")).isTrue();
  }

  @Test
  void hugePatternsAreRead() {
    String text = "a".repeat(100_000);
    assertThat(match("^" + text + "$").rest().contains(text + "b")).isTrue();
    assertThat(match(text + "|(b)").matching().contains(text)).isTrue();
    assertThat(match("[" + "a-z".repeat(33_000) + "]").isExact()).isTrue();
    assertThat(match("(?:a|b)?".repeat(12_000)).matching().contains("ab")).isTrue();
  }

  @Test
  void parenthesesNestAsDeepAsInPcre() {
    assertThat(match("(".repeat(250) + "a" + ")".repeat(250)).matching().contains("a")).isTrue();
    assertThatThrownBy(() -> Regex.compile("(".repeat(100_000) + "a" + ")".repeat(100_000), false))
        .isInstanceOf(RegexSyntaxException.class)
        .hasMessage("parentheses are too deeply nested");
  }

  @Test
  void anOperationThatWouldBeTooLargeIsRefused() throws RegexSyntaxException {
    Language left = match("^(?:a|b)*a(?:a|b){9}\\z").matching();
    Language right = match("^(?:a|b){9}a(?:a|b)*\\z").matching();
    assertThat(left.intersect(right).isEmpty()).isFalse();
    assertThatThrownBy(() -> left.concatenate(left).concatenate(left))
        .isInstanceOf(LanguageTooLargeException.class);
  }
}
