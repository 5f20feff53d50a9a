package org.redirlint.resolve.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.diagnostic.Problem;
import org.redirlint.judge.ServerBinary;
import org.redirlint.semantics.nginx.TestConfigurations;

/** What nginx would refuse, in the words of {@code nginx -t}. */
class InvalidConfigurationTest {

  static List<Arguments> refused() {
    return List.of(
        Arguments.of(
            "server { location / { listen 80; } }", "\"listen\" directive is not allowed here"),
        Arguments.of("server { return; }", "invalid number of arguments in \"return\" directive"),
        Arguments.of("server { return moved; }", "invalid return code \"moved\""),
        Arguments.of("server { return 1000 /; }", "invalid return code \"1000\""),
        Arguments.of("server { rewrite ^ /x forever; }", "invalid parameter \"forever\""),
        Arguments.of(
            "server { rewrite ( /x; }",
            "pcre2_compile() failed: missing closing parenthesis in \"(\""),
        Arguments.of("server { if ($x == 1) { break; } }", "unexpected \"==\" in condition"),
        Arguments.of("server { if $x { break; } }", "invalid condition \"$x\""),
        Arguments.of("server { set x 1; }", "invalid variable name \"x\""),
        Arguments.of("server { error_page 200 /x; }", "value \"200\" must be between 300 and 599"),
        Arguments.of("server { location /a { } location /a { } }", "duplicate location \"/a\""),
        Arguments.of(
            "server { location /a { location /b { } } }",
            "location \"/b\" is outside location \"/a\""),
        Arguments.of(
            "server { location = /a { location /a/b { } } }",
            "location \"/a/b\" cannot be inside the exact location \"/a\""),
        Arguments.of(
            "server { location / { if ($a) { if ($b) { } } } }",
            "\"if\" directive is not allowed here"),
        Arguments.of(
            "server { location / { try_files $uri =404 { } } }",
            "directive \"try_files\" is not terminated by \";\""),
        Arguments.of("server { try_files $uri =x; }", "invalid code \"=x\""),
        Arguments.of("server { listen 80 ssll; }", "invalid parameter \"ssll\""),
        Arguments.of("server { server_name *a.example; }", "server name \"*a.example\" is invalid"),
        Arguments.of("server { server_name .; }", "server name \".\" is invalid"),
        Arguments.of(
            "server { listen 80; server_name a*b.example; } server { listen 80; }",
            "invalid server name or wildcard \"a*b.example\" on 0.0.0.0:80"),
        Arguments.of(
            "server { listen 80; server_name a..b; } server { listen 80; }",
            "invalid server name or wildcard \"a..b\" on 0.0.0.0:80"),
        Arguments.of(
            "server { listen 80 default_server; } server { listen 80 default_server; }",
            "a duplicate default server for 0.0.0.0:80"),
        Arguments.of(
            "server { absolute_redirect maybe; }",
            "invalid value \"maybe\" in \"absolute_redirect\" directive, it must be \"on\" or \"off\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server { server_name a*b.example; }",
        "server { server_name a..b; }",
        "server { listen 80; server_name a.*; } server { listen 80; server_name .b *.c.d; }"
      })
  void acceptsWhatNginxAccepts(String text, @TempDir Path folder) throws Exception {
    assertThat(ServerBinary.NGINX.judge("events { } http { " + text + " }", folder).accepts())
        .isTrue();
    assertThat(TestConfigurations.resolve("http { " + text + " }").problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void nginxSaysSo(String text, String message, @TempDir Path folder) throws Exception {
    ServerBinary.Opinion opinion =
        ServerBinary.NGINX.judge("events { } http { " + text + " }", folder);
    assertThat(opinion.accepts()).isFalse();
    assertThat(opinion.said()).contains(message);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatNginxSays(String text, String message) {
    List<Problem> problems = TestConfigurations.resolve("http { " + text + " }").problems();
    assertThat(problems).extracting(Problem::rule).containsOnly("invalid-configuration");
    assertThat(problems).extracting(Problem::message).contains(message);
  }
}
