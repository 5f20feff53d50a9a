package org.redirlint.semantics.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nginx writes for a text, as the server was seen to write it. */
class TransducersTest {

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2, b, 2",
    "a=1&B=2, b, 2",
    "ab=1&b=2&b=3, b, 2",
    "b&b=2, b, 2",
    "b=, b, ''",
    "xb=1, b, ''",
    "b==&, b, =",
    "'', b, ''",
  })
  void findsArguments(String args, String name, String value) {
    assertThat(new ArgumentValue(name).apply(args)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "'a=1; b=2', b, 2",
    "'a=1, B = 2;c', b, 2",
    "'ab=1; b=2; b=3', b, 2",
    "'b; b=2', b, 2",
    "'b=; b=2', b, ''",
    "'b=  x y;', b, 'x y'",
    "' b=1', b, ''",
    "'a;b=1', b, 1",
  })
  void findsCookies(String header, String name, String value) {
    assertThat(new CookieValue(name).apply(header)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "/a%20b, /a%20b",
    "/%41%2f, /A/",
    "/%41?%41, /A?%41",
    "/%41%3f%41, /A?%41",
    "/%zz%, /zz",
    "/%4z, /",
    "/%4, /",
    "/%25, /%25",
  })
  void decodesWhatALocationMayHold(String text, String decoded) {
    assertThat(Escapes.REDIRECT.apply(text)).isEqualTo(decoded);
  }

  @Test
  void takesAPrefixOff() {
    assertThat(new WithoutPrefix("/ab").apply("/abc")).isEqualTo("c");
    assertThat(new WithoutPrefix("/ab").apply("/ab")).isEmpty();
    assertThat(new WithoutPrefix("/ab").apply("/a")).isEqualTo("/a");
    assertThat(new WithoutPrefix("/ab").apply("/ac/ab")).isEqualTo("/ac/ab");
    assertThat(new WithoutPrefix("").apply("/a")).isEqualTo("/a");
  }
}
