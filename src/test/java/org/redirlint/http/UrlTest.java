package org.redirlint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {

  private static final Url BASE = Url.parse("http://example.com/a/b?q").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "/x, http://example.com/x",
    "x, http://example.com/a/x",
    "?y, http://example.com/a/b?y",
    "'', http://example.com/a/b?q",
    "//Other.example/x, http://other.example/x",
    "https://example.com, https://example.com/",
    "https://example.com:443/x#f, https://example.com/x",
    "HTTP://EXAMPLE.com:8080/X, http://example.com:8080/X",
    "../x, http://example.com/x",
    "/a/./b/../c, http://example.com/a/c",
    "' /x y ', http://example.com/x%20y",
    "http://[::1]:81/, http://[::1]:81/",
    "'/x\\y?\\z', 'http://example.com/x/y?\\z'",
    "'x\\..\\y#\\', http://example.com/a/y",
    "'/\\other.example\\x', http://other.example/x",
    "'https:\\\\other.example', https://other.example/",
    "'http://other.example\\x', http://other.example/x",
    "///other.example/x, http://other.example/x",
    "https:/other.example/x, https://other.example/x",
    "http:/x, http://example.com/x",
    "HTTP:x, http://example.com/a/x"
  })
  void leadsABrowserTo(String location, String url) {
    assertThat(BASE.resolve(location).map(Url::toString)).contains(url);
  }

  @ParameterizedTest
  @CsvSource({"ftp://example.com/", "mailto:a@b.example", "http://:80/", "http://a:99999/"})
  void leadsNowhere(String location) {
    assertThat(BASE.resolve(location)).isEmpty();
  }

  @Test
  void aRedirectChangesTheMethodAsBrowsersDo() {
    Method post = Method.POST;
    Method put = new Method("PUT");
    assertThat(Status.methodAfter(301, post)).isEqualTo(Method.GET);
    assertThat(Status.methodAfter(302, post)).isEqualTo(Method.GET);
    assertThat(Status.methodAfter(302, put)).isEqualTo(put);
    assertThat(Status.methodAfter(303, put)).isEqualTo(Method.GET);
    assertThat(Status.methodAfter(303, Method.HEAD)).isEqualTo(Method.HEAD);
    assertThat(Status.methodAfter(307, post)).isEqualTo(post);
    assertThat(Status.methodAfter(308, post)).isEqualTo(post);
  }
}
