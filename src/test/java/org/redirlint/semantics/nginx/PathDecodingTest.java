package org.redirlint.semantics.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** For what browsers send, the transducer does what the reader of all targets does. */
class PathDecodingTest {

  @Test
  void decodesAsTheParserDoes() {
    Random random = new Random(11);
    String[] pieces = {"/", "a", "b", "%41", "%2f", "%2F", "%25", "%3f", "+", "~", "%e4"};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int length = random.nextInt(8); length > 0; length--) {
        path.append(pieces[random.nextInt(pieces.length)]);
      }
      for (boolean merges : new boolean[] {true, false}) {
        assertThat(new PathDecoding(merges).apply(path.toString()))
            .as(path.toString())
            .isEqualTo(UriParser.parse(path.toString(), merges).uri());
      }
    }
  }
}
