package org.redirlint.rule.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where browsers land, by the URL Standard. */
class LandingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example/",
        "HTTPS://Attacker.Example:8443?x",
        "//attacker.example",
        "/\\attacker.example/",
        "\\\\attacker.example/",
        "/\t/attacker.example/",
        " https:////attacker.example/",
        "https:/attacker.example/",
        "https:attacker.example",
        "http://www.example.com@attacker.example/",
      })
  void theHostIsSomebodyElses(String location) {
    assertThat(Landing.host("http", location)).contains("attacker.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/attacker.example/",
        "attacker.example/",
        "?//attacker.example",
        "http:/attacker.example/",
        "javascript://attacker.example/",
        "https://",
        "https://attacker%2Eexample",
      })
  void thereIsNoOtherHost(String location) {
    assertThat(Landing.host("http", location)).isEmpty();
  }

  @Test
  void aHostEndsBeforeTheFirstSlash() {
    assertThat(Landing.host("http", "https://example.com/@attacker.example/"))
        .contains("example.com");
    assertThat(Landing.host("http", "https://example.com\\@attacker.example/"))
        .contains("example.com");
  }
}
