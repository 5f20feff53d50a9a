package org.redirlint.lint.glob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*.conf, a.conf, true",
    "*.conf, a.conf.bak, false",
    "*, .hidden, false",
    ".*, .hidden, true",
    "?.conf, a.conf, true",
    "?.conf, ab.conf, false",
    "[a-c]*, beta, true",
    "[!a-c]*, beta, false",
    "[]x]*, xy, true",
    "a*b*c, aXbYc, true",
    "a*b*c, aXcYb, false",
    "a[, a[, true"
  })
  void fitsAsInTheShell(String pattern, String name, boolean fits) {
    assertThat(new Glob(pattern).fits(name)).isEqualTo(fits);
  }

  @Test
  void manyAsterisksDoNotHang() {
    assertThat(new Glob("a*".repeat(50) + "b").fits("a".repeat(250))).isFalse();
  }
}
