package org.redirlint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  private static final String LONG = "ä€😀x".repeat(500);

  @Test
  void columnsCountCharactersOfUtf8() {
    SourceFile file = SourceFile.of("a.conf", "# plain\n# ä€😀 x\n" + LONG + "!\n");
    assertThat(at(file, "x\n")).isEqualTo(new Position(2, 7));
    assertThat(at(file, "!")).isEqualTo(new Position(3, 2001));
    assertThat(file.position(file.length())).isEqualTo(new Position(4, 1));
  }

  @Test
  void columnsCountBytesWhereALineIsNoUtf8() {
    byte[] bytes = "ä\nä!".getBytes(StandardCharsets.UTF_8);
    bytes[3] = 'a';
    SourceFile file = SourceFile.of("a.conf", bytes);
    assertThat(file.position(2)).isEqualTo(new Position(1, 2));
    assertThat(at(file, "!")).isEqualTo(new Position(2, 3));
  }

  @Test
  void columnsCountBytesOfAscii() {
    SourceFile file = SourceFile.of("a.conf", "one\r\ntwo!");
    assertThat(at(file, "!")).isEqualTo(new Position(2, 4));
    assertThat(file.position(100)).isEqualTo(new Position(2, 5));
  }

  private static Position at(SourceFile file, String text) {
    return file.position(file.text().indexOf(text));
  }
}
