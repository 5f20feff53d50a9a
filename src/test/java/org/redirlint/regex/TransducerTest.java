package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransducerTest {

  @Test
  void leavesOutTheFirstCharacters() {
    assertThat(Transducer.without(2).apply("abcd")).isEqualTo("cd");
    assertThat(Transducer.without(2).apply("a")).isEmpty();
    assertSame(Transducer.without(2), "abcd");
    assertSame(Transducer.without(0), "abcd");
  }

  @Test
  void keepsTheFirstCharacters() {
    assertThat(Transducer.only(2).apply("abcd")).isEqualTo("ab");
    assertThat(Transducer.only(2).apply("a")).isEqualTo("a");
    assertSame(Transducer.only(2), "abcd");
    assertSame(Transducer.only(0), "abcd");
  }

  @Test
  void writesBeforeATextThatIsNotEmpty() {
    assertThat(Transducer.before("?").apply("a=1")).isEqualTo("?a=1");
    assertThat(Transducer.before("?").apply("")).isEmpty();
    assertThat(Transducer.before("/?", "/").apply("")).isEqualTo("/");
    assertSame(Transducer.before("/?", "/"), "a=1");
    assertSame(Transducer.before("/?", "/"), "");
  }

  @Test
  void writesATextForEachCharacter() {
    Transducer doubled = Transducer.ofEach(c -> "" + (char) c + (char) c);
    assertThat(doubled.apply("ab\u00ff")).isEqualTo("aabb\u00ff\u00ff");
  }

  @Test
  void mayHaveStatesThatAreNegativeNumbers() {
    Transducer behindColon = new BehindColon();
    Language texts = Language.of(TextSet.startingWith("a:b"));
    assertThat(texts.image(behindColon).contains("bc")).isTrue();
    assertThat(texts.image(behindColon).contains("a:b")).isFalse();
    Language made = Language.of(TextSet.startingWith("b"));
    assertThat(made.preimage(behindColon).contains("a:bc")).isTrue();
    assertThat(made.preimage(behindColon).contains("ab")).isFalse();
  }

  private record BehindColon() implements Transducer {
    @Override
    public int start() {
      return 0;
    }

    @Override
    public int next(int state, char character) {
      return state < 0 || character == ':' ? -1 : 0;
    }

    @Override
    public String written(int state, char character) {
      return state < 0 ? String.valueOf(character) : "";
    }
  }

  /** A transducer that knows a short cut still runs step by step where languages need it. */
  private static void assertSame(Transducer transducer, String text) {
    StringBuilder written = new StringBuilder();
    int state = transducer.start();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      written.append(transducer.written(state, character));
      state = transducer.next(state, character);
    }
    assertThat(written + transducer.last(state)).isEqualTo(transducer.apply(text));
  }
}
