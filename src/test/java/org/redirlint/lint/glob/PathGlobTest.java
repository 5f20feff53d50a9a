package org.redirlint.lint.glob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "vendor/, vendor/a/.htaccess, true",
    "vendor/, sub/vendor/a/.htaccess, true",
    "/vendor/, sub/vendor/a/.htaccess, false",
    "/vendor, vendor/x.conf, true",
    "*.conf, a/b/nginx.conf, true",
    "*.conf, a/b/nginx.config, false",
    "conf/*.conf, conf/a.conf, true",
    "conf/*.conf, conf/sites/a.conf, false",
    "conf/**, conf/sites/a.conf, true",
    "**/legacy/*.conf, a/b/legacy/x.conf, true",
    "**/legacy/*.conf, legacy/x.conf, true",
    "a/**/b, a/b, true",
    "a/**/b, a/x/y/b, true",
    "a/**/b, a/x/y/c, false",
    "./public/.htaccess, public/.htaccess, true",
    "public/*, public/.htaccess, true",
    "'?.conf', a.conf, true",
    "'[ab].conf', c.conf, false",
  })
  void fits(String pattern, String path, boolean fits) {
    assertThat(PathGlob.of(pattern).fits(path)).isEqualTo(fits);
  }

  @Test
  void hostilePatternsEnd() {
    String pattern = "**/*a".repeat(200) + "/**/b";
    assertThat(PathGlob.of(pattern).fits("a/".repeat(2000) + "c")).isFalse();
  }
}
