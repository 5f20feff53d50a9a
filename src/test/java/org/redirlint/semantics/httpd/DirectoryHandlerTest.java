package org.redirlint.semantics.httpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.http.Request;
import org.redirlint.resolve.httpd.HttpdResult;

/**
 * {@code DirectoryCheckHandler} where a module answers for the directory, of which nothing is known
 * (httpd gives 404 where there is no such module). What can be told is recorded in {@code
 * testdata/semantics/httpd/handlers-of-directories}.
 */
class DirectoryHandlerTest {

  @TempDir private Path folder;

  @Test
  void leavesTheDirectoryToItsHandler() throws IOException {
    assertThat(answer("DirectoryCheckHandler Off"))
        .isEqualTo("302 http://www.example.com/a/index.html");
    assertThat(answer("DirectoryCheckHandler On")).startsWith("Upstream");
  }

  private String answer(String directive) throws IOException {
    Path box = folder.resolve("srv");
    Files.createDirectories(box.resolve("www/a"));
    Files.writeString(box.resolve("www/a/index.html"), "");
    String host =
        "<VirtualHost *:80>\nServerName www.example.com\nDocumentRoot /srv/www\n"
            + "DirectoryIndexRedirect On\n"
            + "SetHandler nobodys\n"
            + directive
            + "\n</VirtualHost>\n";
    HttpdResult resolved = TestServers.resolve(TestServers.framed(host), box, Set.of(), List.of());
    Request request =
        new Request(
            "GET",
            "http",
            Optional.of("www.example.com"),
            "/a/",
            List.of(),
            Optional.empty(),
            OptionalInt.of(80),
            "1.1",
            false);
    return TestServers.shown(TestServers.simulator(resolved, box).answer(request).answer());
  }
}
