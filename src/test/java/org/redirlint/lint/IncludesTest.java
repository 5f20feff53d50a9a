package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;
import org.redirlint.source.Origin;

/** Which files a configuration brings along, and which it may not. */
class IncludesTest {

  private static final String STRAY = "return 307 https://elsewhere.example/;\n";

  @TempDir private Path temporary;

  @Test
  void filesAreFoundFromTheFolderOfTheMainFile() throws IOException {
    write("etc/nginx.conf", "http {\n  include sites/*;\n}\n");
    write("etc/sites/a", "server {\n  include snippets/b.conf;\n}\n");
    write("etc/snippets/b.conf", STRAY);
    CheckResult result = check("etc/nginx.conf");
    assertThat(result.files()).isEqualTo(3);
    assertThat(result.diagnostics())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(chain(found.origin()))
                  .containsExactly("etc/snippets/b.conf:1", "etc/sites/a:2", "etc/nginx.conf:2");
              assertThat(found.message()).contains("in server on *:80");
            });
  }

  @Test
  void filesAreFoundThroughASymbolicLinkToTheirFolder() throws IOException {
    write("real/etc/nginx.conf", "http {\n  include sites/*;\n}\n");
    write("real/etc/sites/a.conf", "server {\n  include snippets/b.conf;\n}\n");
    write("real/etc/snippets/b.conf", STRAY);
    Files.createDirectories(temporary.resolve("project"));
    Files.createSymbolicLink(temporary.resolve("project/linked"), temporary.resolve("real"));
    Files.createSymbolicLink(temporary.resolve("project/nginx"), temporary.resolve("real/etc"));
    for (String path :
        List.of("../project/linked/etc", "../project/nginx", "linked/etc", "nginx")) {
      CheckResult result = check(request("project", new PathMap(List.of()), path));
      assertThat(result.files()).as(path).isEqualTo(3);
      assertThat(result.diagnostics())
          .as(path)
          .extracting(found -> found.rule().id())
          .containsExactly("return-307-block");
    }
  }

  @Test
  void aFileThatIsFoundInAFolderAndIncludedIsReadOnce() throws IOException {
    write("nginx.conf", "http {\n  include conf.d/*.conf;\n}\n");
    write("conf.d/a.conf", "server {\n  listen 81;\n  " + STRAY + "}\n");
    CheckResult result = check(".");
    assertThat(result.files()).isEqualTo(2);
    assertThat(result.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.origin().includedBy()).isPresent());
  }

  @Test
  void aBrokenIncludedFileTellsWhoIncludesIt() throws IOException {
    write("nginx.conf", "include broken.conf;\n");
    write("broken.conf", "server {\n");
    assertThat(check("nginx.conf").diagnostics())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule().id()).isEqualTo("syntax-error");
              assertThat(chain(found.origin())).containsExactly("broken.conf:1", "nginx.conf:1");
            });
  }

  @Test
  void whatIsProvedSupposesThatFilesThatAreNotThereChangeNothing() throws IOException {
    write(
        "nginx.conf",
        """
        http {
          include mime.types;
          server {
            include tls.conf;
            include headers.conf;
            location = /a { return 301 /b; }
          }
        }
        """);
    assertThat(check("nginx.conf").verdicts())
        .extracting(SiteVerdict::toString)
        .containsExactly(
            "nginx.conf: loop-free (supposing that what could not be"
                + " read at nginx.conf:4, nginx.conf:5 does not change this)");
  }

  @Test
  void nothingIsProvedOfTextThatIsGarbled() throws IOException {
    write("nginx.conf", "include tls.conf;\nlocation = /a { return 301 /b; }\n}\n");
    assertThat(check("nginx.conf").verdicts())
        .extracting(SiteVerdict::toString)
        .containsExactly(
            "nginx.conf: undecided (what could not be read at nginx.conf:3 may change it)");
  }

  @Test
  void thePathMapTellsWhereAServersFolderLies() throws IOException {
    write("conf/nginx.conf", "include /etc/nginx/snippets/a.conf;\n");
    write("conf/snippets/a.conf", STRAY);
    assertThat(rules(check("conf/nginx.conf"))).containsExactly("include-outside-roots");
    assertThat(
            rules(
                check(
                    new PathMap(List.of(PathMap.Mapping.parse("/etc/nginx=conf"))),
                    "conf/nginx.conf")))
        .containsExactly("return-307-block");
  }

  @Test
  void httpdLooksInItsServerRootAndKnowsDefinedNames() throws IOException {
    write(
        "httpd.conf",
        "ServerRoot /etc/httpd\nDefine SITES vhosts\nInclude ${SITES}/*.conf\nInclude extra\n");
    write("vhosts/a.conf", "Redirect 307 /a /b\n");
    write("extra/deep/b.conf", "Redirect 307 /c /d\n");
    PathMap map = new PathMap(List.of(PathMap.Mapping.parse("/etc/httpd=.")));
    assertThat(check(map, "httpd.conf").diagnostics())
        .extracting(found -> found.rule().id() + " " + found.origin().file())
        .containsExactly("stray-307 extra/deep/b.conf", "stray-307 vhosts/a.conf");
  }

  @Test
  void aFileOutsideTheRootsIsNotRead() throws IOException {
    write("outside/secret.conf", "secret {\n");
    write("site/nginx.conf", "include ../../outside/secret.conf;\ninclude /*/passwd;\n");
    CheckResult result = check(request("site", new PathMap(List.of()), "nginx.conf"));
    assertThat(rules(result)).containsExactly("include-outside-roots", "include-outside-roots");
    assertThat(result.files()).isEqualTo(1);
  }

  @Test
  void aSymbolicLinkLeadsNotOutOfTheRoots() throws IOException {
    write("outside/secret.conf", "secret {\n");
    write("site/nginx.conf", "include link.conf;\ninclude linked/*.conf;\n");
    Files.createSymbolicLink(
        temporary.resolve("site/link.conf"), temporary.resolve("outside/secret.conf"));
    Files.createSymbolicLink(temporary.resolve("site/linked"), temporary.resolve("outside"));
    CheckResult result = check(request("site", new PathMap(List.of()), "nginx.conf"));
    assertThat(rules(result)).containsExactly("include-outside-roots", "include-outside-roots");
    assertThat(result.files()).isEqualTo(1);
  }

  @Test
  void anAllowedRootMayBeRead() throws IOException {
    write("shared/a.conf", STRAY);
    write("site/nginx.conf", "include ../shared/a.conf;\n");
    LintRequest request = request("site", new PathMap(List.of()), "nginx.conf");
    LintRequest allowed =
        new LintRequest(
            request.workingFolder(),
            request.paths(),
            request.standardInput(),
            request.dialect(),
            request.knowledge(),
            List.of(temporary.resolve("shared")),
            request.today().get());
    assertThat(rules(check(request))).containsExactly("include-outside-roots");
    assertThat(rules(check(allowed))).containsExactly("return-307-block");
  }

  @Test
  void filesThatIncludeEachOtherAreACycle() throws IOException {
    write("a.conf", "include b.conf;\nserver { }\n");
    write("b.conf", "include a.conf;\nserver { }\n");
    assertThat(check(".").diagnostics())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule().id()).isEqualTo("include-cycle");
              assertThat(found.message()).isEqualTo("a.conf includes itself");
            });
  }

  @Test
  void filesThatIncludeTheNextOneTwiceComeToAnEnd() throws IOException {
    for (int i = 0; i < 40; i++) {
      String next = "include " + (i + 1) + ".conf;\n";
      write(i == 0 ? "nginx.conf" : i + ".conf", next + next);
    }
    write("40.conf", "server { }\n");
    assertThat(rules(check("nginx.conf"))).contains("include-cycle");
  }

  @Test
  void aPathThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> check("nowhere.conf"))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageContaining("nowhere.conf: there is no such file or folder");
  }

  @Test
  void whatIsNoRegularFileIsNotRead() throws IOException {
    write("nginx.conf", "include folder;\n");
    write("folder/inside.conf", STRAY);
    assertThat(rules(check("nginx.conf"))).containsExactly("include-not-found");
    assertThatThrownBy(() -> check("/dev/zero"))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageContaining("cannot be read: it is not a regular file");
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    write("nginx.conf", "");
    try (RandomAccessFile file =
        new RandomAccessFile(temporary.resolve("nginx.conf").toFile(), "rw")) {
      file.setLength(DocumentStore.LARGEST_FILE + 1L);
    }
    assertThatThrownBy(() -> check("nginx.conf"))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageContaining("it is larger than");
  }

  @Test
  void aFileInNeitherLanguageIsAnErrorWhereItIsNamed() throws IOException {
    write("notes.txt", "buy milk\n");
    write("letters/notes.conf", "buy milk\n");
    assertThatThrownBy(() -> check("notes.txt"))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageContaining("say so with --dialect");
    assertThat(check("letters").files()).isZero();
  }

  private void write(String file, String text) throws IOException {
    Path path = temporary.resolve(file);
    Files.createDirectories(path.resolve("..").normalize());
    Files.writeString(path, text);
  }

  private CheckResult check(String path) throws IOException {
    return check(new PathMap(List.of()), path);
  }

  private CheckResult check(PathMap pathMap, String path) throws IOException {
    return check(request(".", pathMap, path));
  }

  private static CheckResult check(LintRequest request) {
    return new Linter(RulesetLoader.load("recommended")).check(request, Progress.NONE);
  }

  private LintRequest request(String folder, PathMap pathMap, String... paths) throws IOException {
    return new LintRequest(
        temporary.resolve(folder).toRealPath(),
        Arrays.stream(paths).map(Path::of).toList(),
        Optional.empty(),
        Optional.empty(),
        Knowledge.NOTHING.with(pathMap),
        List.of(),
        LocalDate.of(2026, 11, 1));
  }

  private static List<String> rules(CheckResult result) {
    return result.diagnostics().stream().map(found -> found.rule().id()).toList();
  }

  private static List<String> chain(Origin origin) {
    String place = origin.file() + ":" + origin.start().line();
    return Stream.concat(
            Stream.of(place),
            origin.includedBy().stream().flatMap(includer -> chain(includer).stream()))
        .toList();
  }
}
