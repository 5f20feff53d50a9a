package org.redirlint.semantics.httpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.http.Request;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Simulator;

/**
 * {@code CheckSpelling} where only some is known of a directory. What it finds in known ones is
 * recorded in {@code testdata/semantics/httpd/misspelt}.
 */
class SpellingTest {

  private static final String SPELLING =
      "<Directory /srv/www>\nCheckSpelling On\n</Directory>\nRedirect /gone /good.html\n";

  @TempDir private Path box;

  /**
   * Knows which files there are, but not which other names.
   *
   * @param names the names in the document root; empty if they are not known
   */
  private record KnownFiles(Optional<Set<String>> names) implements Facts {

    @Override
    public Optional<FileStatus> file(String path) {
      boolean directory = Set.of("/", "/srv", "/srv/", "/srv/www", "/srv/www/").contains(path);
      return Optional.of(
          directory
              ? FileStatus.DIRECTORY
              : path.equals("/srv/www/good.html") ? FileStatus.FILE : FileStatus.MISSING);
    }

    @Override
    public Optional<Set<String>> names(String path) {
      return names;
    }

    @Override
    public Optional<String> hostname() {
      return Optional.empty();
    }

    @Override
    public Optional<String> clientAddress() {
      return Optional.of("127.0.0.1");
    }

    @Override
    public Optional<String> serverAddress() {
      return Optional.of("127.0.0.1");
    }
  }

  private Answer<String> answer(Optional<Set<String>> names, String target) throws IOException {
    HttpdResult resolved =
        TestServers.resolve(TestServers.framed(SPELLING), box, Set.of(), List.of());
    Simulator simulator = new HttpdSimulator(resolved.configuration(), new KnownFiles(names));
    return simulator
        .answer(
            new Request(
                "GET",
                "http",
                Optional.of("www.example.com"),
                target,
                List.of(),
                Optional.empty(),
                OptionalInt.of(80),
                "1.1",
                false))
        .answer();
  }

  @Test
  void saysThatNamesAreNotKnown() throws IOException {
    assertThat(answer(Optional.empty(), "/god.html"))
        .isEqualTo(
            new Answer.Undetermined<String>(
                "the names in /srv/www/, where CheckSpelling looks, are not known"));
  }

  @Test
  void knownNamesAreCompared() throws IOException {
    assertThat(TestServers.shown(answer(Optional.of(Set.of("good.html")), "/god.html")))
        .isEqualTo("301 http://www.example.com/good.html");
  }

  @Test
  void namesDoNotMatterWhereAFileOrARedirectAnswers() throws IOException {
    assertThat(TestServers.shown(answer(Optional.empty(), "/good.html"))).isEqualTo("200 -");
    assertThat(TestServers.shown(answer(Optional.empty(), "/gone")))
        .isEqualTo("302 http://www.example.com/good.html");
  }
}
