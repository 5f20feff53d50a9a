package org.redirlint.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;

class PlaceholdersTest {

  @Test
  void aTagBesideTheWordsMovesThem() {
    String text = "RewriteRule ^a /b\nRewriteRule {{ x }} ^a /b\nRewriteRule ^a /{{x}}\n";
    assertThat(scrambled(Dialect.HTACCESS, text)).containsExactly(false, true, false);
  }

  @Test
  void aTagInOneOfJoinedLinesMovesTheWordsOfAll() {
    String text = "Redirect \\\n /a {{ x }} \\\n /b\nRedirect /c /d\n";
    assertThat(scrambled(Dialect.HTACCESS, text)).containsExactly(true, false);
  }

  @Test
  void aTagMovesTheWordsOfEachLineItStandsIn() {
    String text = "Redirect /a <% if\n b %> /b\nRedirect /c /d\n";
    assertThat(scrambled(Dialect.HTACCESS, text)).containsExactly(true, true, false);
  }

  @Test
  void commentsHoldNone() {
    LoadedConfiguration read = load(Dialect.HTACCESS, "# {{ x }}\nRedirect /a /b\n");
    assertThat(Placeholders.of(List.of(read)).tag(read)).isEmpty();
  }

  @Test
  void aNameThatIsDefinedIsNone() {
    String text = "Define NEW /b\nRedirect /a ${NEW}\nRedirect /a ${OLD}\n";
    LoadedConfiguration read = load(Dialect.HTTPD, text);
    Placeholders placeholders = Placeholders.of(List.of(read));
    assertThat(read.directives().stream().map(placeholders::in).map(Optional::isPresent))
        .containsExactly(false, false, true);
  }

  /** Of what is unreadable in nginx's one line, a name says something only where it stands. */
  @Test
  void aNameConcernsTheWordItIsPartOfAndTheLineAsAWhole() {
    LoadedConfiguration read = load(Dialect.NGINX, "return @CODE@ /a; return 301 /b;\n");
    Placeholders placeholders = Placeholders.of(List.of(read));
    assertThat(read.directives().stream().map(one -> first(placeholders, one)))
        .containsExactly("@CODE@", "");
    assertThat(first(placeholders, read.directives().get(0), 1)).isEmpty();
  }

  @Test
  void placeholdersOfAnyNumberAreLookedUpAtOnce() {
    String text = "Redirect /a {{ x }} /b; ".repeat(100_000) + "\n";
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> assertThat(scrambled(Dialect.NGINX, text).contains(false)).isFalse());
  }

  private static String first(Placeholders placeholders, LoadedDirective directive) {
    return placeholders.concerning(directive.origin()).map(PlaceholdersTest::text).orElse("");
  }

  private static String first(Placeholders placeholders, LoadedDirective directive, int word) {
    return placeholders
        .concerning(directive.originOf(directive.arguments().get(word)))
        .map(PlaceholdersTest::text)
        .orElse("");
  }

  private static String text(Origin place) {
    return place.file().text(place.span());
  }

  private static List<Boolean> scrambled(Dialect dialect, String text) {
    LoadedConfiguration read = load(dialect, text);
    Placeholders placeholders = Placeholders.of(List.of(read));
    return read.directives().stream().map(placeholders::scramble).toList();
  }

  private static LoadedConfiguration load(Dialect dialect, String text) {
    IncludedFiles none = (pattern, folder, main) -> new IncludedFiles.Missing(pattern);
    SourceFile file = SourceFile.of("a.conf", text);
    return IncludeExpander.load(ConfigurationParser.parse(file, dialect).document(), none)
        .configuration();
  }
}
