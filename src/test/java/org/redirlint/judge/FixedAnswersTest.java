package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.cli.Redirlint;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.http.Method;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.rule.Examples;
import org.redirlint.source.SourceFile;

/**
 * What {@code --fix} makes of the bad examples is given to the real servers: how they answer the
 * requests that showed the findings before and after stands in {@code testdata/fixed}.
 */
class FixedAnswersTest {

  private static final Path ANSWERS = Golden.TESTDATA.resolve("fixed");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> theRealServersAnswerBetter() {
    return Golden.list(Examples.FOLDER).stream()
        .map(path -> path.getFileName().toString())
        .map(rule -> DynamicTest.dynamicTest(rule, () -> check(rule)));
  }

  private void check(String rule) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    StringBuilder answers = new StringBuilder();
    for (Path example : Examples.of(rule)) {
      List<Diagnostic> shown =
          Examples.findings(example).stream()
              .filter(found -> found.rule().id().equals(rule) && !found.trace().isEmpty())
              .toList();
      Optional<SourceFile> fixed = shown.isEmpty() ? Optional.empty() : fixed(example, rule);
      if (fixed.isPresent()) {
        Dialect dialect = WitnessTest.dialect(example);
        (dialect == Dialect.NGINX ? ServerBinary.NGINX : ServerBinary.HTTPD).find();
        SourceFile source = SourceFile.of(example.toString(), Files.readAllBytes(example));
        List<String> before = ask(source, dialect, shown);
        List<String> after = ask(fixed.get(), dialect, shown);
        answers.append(example.getFileName()).append('\n');
        for (int i = 0; i < shown.size(); i++) {
          TracedRequest first = shown.get(i).trace().get(0);
          answers.append("  %s %s%n".formatted(first.method(), first.url()));
          answers.append("    before: %s%n    after:  %s%n".formatted(before.get(i), after.get(i)));
        }
      }
    }
    Path golden = ANSWERS.resolve(rule + ".txt");
    if (answers.isEmpty()) {
      assertThat(golden).doesNotExist();
    } else {
      Golden.check(golden, answers.toString());
    }
  }

  /** Returns an example as it is after all fixes of its rule; empty if there are none. */
  private Optional<SourceFile> fixed(Path example, String rule) throws IOException {
    Path copies = Files.createTempDirectory(folder, "fixed");
    for (Path file : Golden.list(example.getParent())) {
      Files.copy(file, copies.resolve(file.getFileName().toString()));
    }
    Path copy = copies.resolve(example.getFileName().toString());
    String[] words = {
      "check", "--fix", "--today", Examples.TODAY.toString(), "--rule", rule, copy.toString()
    };
    PrintWriter unread = new PrintWriter(Writer.nullWriter());
    Redirlint.commandLine(unread, unread, words).execute(words);
    return Files.readString(copy).equals(Files.readString(example))
        ? Optional.empty()
        : Optional.of(SourceFile.of(example.toString(), Files.readAllBytes(copy)));
  }

  private List<String> ask(SourceFile source, Dialect dialect, List<Diagnostic> shown)
      throws IOException {
    List<String> answers = new ArrayList<>();
    Path box = Files.createTempDirectory(folder, "box");
    try (RealSite site = RealSite.start(source, dialect, box)) {
      assertThat(site.without()).isEmpty();
      for (Diagnostic finding : shown) {
        site.with(finding.assumptions(), () -> answers.add(chain(site, finding)));
      }
    }
    return answers;
  }

  /** Returns what an answer says of https from now on. */
  private static String promise(String head) {
    return head.lines()
        .filter(line -> line.startsWith("Strict-Transport-Security:"))
        .map(line -> " and " + line.strip())
        .collect(Collectors.joining());
  }

  /** Follows redirects only to the URLs that the finding names: no other one is this server's. */
  private static String chain(RealSite site, Diagnostic finding) throws IOException {
    Set<String> known =
        finding.trace().stream().map(TracedRequest::url).collect(Collectors.toSet());
    TracedRequest first = finding.trace().get(0);
    String method = first.method();
    Optional<Url> url = Url.parse(first.url());
    List<String> hops = new ArrayList<>();
    while (url.isPresent() && hops.size() <= finding.trace().size()) {
      Url asked = url.get();
      String answer = site.ask(method, asked, first.headers(), false);
      hops.add(answer + promise(site.head(method, asked, first.headers())));
      int status = Integer.parseInt(answer.substring(0, 3));
      method = Status.methodAfter(status, new Method(method)).name();
      url =
          Status.isRedirect(status)
              ? asked.resolve(answer.substring(4)).filter(to -> known.contains(to.toString()))
              : Optional.empty();
    }
    return String.join(" → ", hops);
  }
}
