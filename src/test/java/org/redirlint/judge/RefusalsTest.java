package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.judge.ServerBinary.Opinion;
import org.redirlint.rule.Examples;

/** What we say a server refuses it does refuse, in these words; what we call good it accepts. */
class RefusalsTest {

  private static final List<String> RULES =
      List.of("syntax-error", "invalid-status", "unknown-flag", "invalid-configuration");
  private static final Pattern REASON = Pattern.compile("refuses [^:]+: (.*)", Pattern.DOTALL);

  @TempDir private Path folder;

  static Stream<Path> examples() {
    return RULES.stream().flatMap(rule -> Examples.of(rule).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theRealServerSaysSo(Path example) throws Exception {
    boolean good = String.valueOf(example.getFileName()).startsWith("good-");
    String text = Files.readString(example);
    boolean fragment = String.valueOf(example.getFileName()).contains("fragment");
    Opinion opinion = server(example).judge(fragment ? whole(text, server(example)) : text, folder);
    assumeFalse(
        opinion.said().contains("unknown directive \"stream\""), "this nginx has no stream module");
    assertThat(opinion.accepts()).as(opinion.said()).isEqualTo(good);
  }

  private static String whole(String fragment, ServerBinary server) {
    return switch (server) {
      case NGINX -> "events {} http { server { " + fragment + " } }";
      case HTTPD -> "<Directory /srv>\n" + besideOthers(fragment) + "\n</Directory>\n";
    };
  }

  /** What is refused takes something away from what is granted, and nothing of itself alone. */
  private static String besideOthers(String fragment) {
    return fragment.contains("Require not")
        ? "<RequireAll>\nRequire all granted\n" + fragment + "\n</RequireAll>"
        : fragment;
  }

  /** Servers stop at the first mistake, so that each is shown to them alone. */
  @ParameterizedTest
  @MethodSource("examples")
  void eachReasonIsTheServersOwn(Path example) throws Exception {
    List<Diagnostic> diagnostics = Examples.check(example).diagnostics();
    for (Diagnostic diagnostic : diagnostics) {
      Matcher reason = REASON.matcher(diagnostic.message());
      if (reason.matches()) {
        Opinion opinion = server(example).judge(alone(diagnostic, diagnostics, example), folder);
        assertThat(opinion.accepts()).isFalse();
        assertThat(opinion.said()).contains(reason.group(1));
      }
    }
  }

  /** Leaves out all other lines that something is said of; in nginx's case, all others. */
  private static String alone(Diagnostic one, List<Diagnostic> all, Path example)
      throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(example));
    int line = one.origin().start().line();
    if (server(example) == ServerBinary.NGINX) {
      return "events {} http { server { location / { " + lines.get(line - 1) + " } } }";
    }
    for (Diagnostic other : all) {
      int its = other.origin().start().line();
      if (its != line) {
        lines.set(its - 1, "");
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static ServerBinary server(Path example) {
    return example.toString().endsWith("nginx.conf") ? ServerBinary.NGINX : ServerBinary.HTTPD;
  }
}
