package org.redirlint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private static Language matching(String pattern) throws RegexSyntaxException {
    return Regex.compile(pattern, false).match(Language.ALL).matching();
  }

  /** Returns a language of few texts, of almost all, or of a pattern. */
  private static Language language(RandomTexts random) throws RegexSyntaxException {
    List<String> texts = IntStream.range(0, 4).mapToObj(i -> random.text()).toList();
    return switch (random.below(5)) {
      case 0 -> Language.anyOf(texts);
      case 1 -> Language.ALL.minus(Language.anyOf(texts));
      case 2 -> Language.startingWith(random.text()).union(Language.anyOf(texts));
      case 3 -> Language.endingWith(random.text()).minus(Language.anyOf(texts));
      default -> matching("^(?:" + new RandomTexts(random.below(1000)).pattern() + ")$");
    };
  }

  @Test
  void combinesLanguagesAsSets() throws RegexSyntaxException {
    RandomTexts random = new RandomTexts(1);
    for (int i = 0; i < 150; i++) {
      Language left = language(random);
      Language right = language(random);
      Language union = left.union(right);
      Language both = left.intersect(right);
      Language rest = left.minus(right);
      Language none = left.complement();
      for (int j = 0; j < 30; j++) {
        String text = random.text();
        boolean inLeft = left.contains(text);
        boolean inRight = right.contains(text);
        assertThat(union.contains(text)).isEqualTo(inLeft || inRight);
        assertThat(both.contains(text)).isEqualTo(inLeft && inRight);
        assertThat(rest.contains(text)).isEqualTo(inLeft && !inRight);
        assertThat(none.contains(text)).isEqualTo(!inLeft);
      }
      assertThat(rest.union(both)).isEqualTo(left).hasSameHashCodeAs(left);
      assertThat(union.minus(right)).isEqualTo(rest);
      assertThat(none.complement()).isEqualTo(left);
      assertThat(union.includes(left)).isTrue();
      assertThat(left.includes(union)).isEqualTo(right.minus(left).isEmpty());
    }
  }

  @Test
  void concatenatesEachTextWithEach() throws RegexSyntaxException {
    RandomTexts random = new RandomTexts(2);
    for (int i = 0; i < 100; i++) {
      Language left = language(random);
      Language right = language(random);
      Language both = left.concatenate(right);
      for (String start : left.samples(5)) {
        for (String end : right.samples(5)) {
          assertThat(both.contains(start + end)).isTrue();
        }
      }
      for (String text : both.samples(10)) {
        assertThat(IntStream.rangeClosed(0, text.length()))
            .anyMatch(
                cut ->
                    left.contains(text.substring(0, cut)) && right.contains(text.substring(cut)));
      }
    }
  }

  @Test
  void drawsDifferentTextsOfTheLanguage() throws RegexSyntaxException {
    RandomTexts random = new RandomTexts(3);
    for (int i = 0; i < 100; i++) {
      Language language = language(random);
      List<String> samples = language.samples(20);
      assertThat(samples).doesNotHaveDuplicates().allMatch(language::contains);
      assertThat(samples.isEmpty()).isEqualTo(language.isEmpty());
      if (!language.isFinite()) {
        assertThat(samples).hasSize(20);
      }
      assertThat(language.shortest().isPresent()).isEqualTo(!language.isEmpty());
      language.shortest().ifPresent(text -> assertThat(language.contains(text)).isTrue());
      assertThat(samples).allMatch(text -> text.length() >= language.minimumLength().orElseThrow());
    }
  }

  @Test
  void drawsReadableTextsOfEveryBranch() throws RegexSyntaxException {
    Language language = matching("^/(?:en|de)/[^/?]+(?:\\.html)?\\z");
    assertThat(language.shortest()).contains("/de/a");
    assertThat(language.samples(12))
        .anyMatch(text -> text.startsWith("/de/"))
        .anyMatch(text -> text.startsWith("/en/"))
        .allMatch(language::contains);
  }

  @Test
  void knowsItsLengths() throws RegexSyntaxException {
    assertThat(Language.NONE.minimumLength()).isEmpty();
    assertThat(Language.NONE.maximumLength()).isEmpty();
    assertThat(Language.ALL.minimumLength()).hasValue(0);
    assertThat(Language.ALL.maximumLength()).isEmpty();
    Language years = matching("^/[0-9]{4}(?:/[a-z]{1,3})?\\z");
    assertThat(years.isFinite()).isTrue();
    assertThat(years.minimumLength()).hasValue(5);
    assertThat(years.maximumLength()).hasValue(9);
    assertThat(years.texts(100)).isEmpty();
    assertThat(matching("^(?:a|bb)?\\z").texts(3)).contains(List.of("", "a", "bb"));
    assertThat(Language.notShorterThan(3).minimumLength()).hasValue(3);
  }

  @Test
  void manyTextsCostNoAutomaton() {
    List<String> texts = IntStream.range(0, 100_000).mapToObj(i -> "/old-" + i).toList();
    Language old = Language.anyOf(texts);
    Language others = Language.startingWith("/").minus(old);
    assertThat(others.contains("/old-99999")).isFalse();
    assertThat(others.contains("/old-100000")).isTrue();
    assertThat(others.union(old)).isEqualTo(Language.startingWith("/"));
    assertThat(old.complement().complement()).isEqualTo(old);
    assertThat(Language.of("http://h").concatenate(old).contains("http://h/old-7")).isTrue();
  }

  @Test
  void readsSimpleSets() {
    List<TextSet> sets =
        List.of(
            TextSet.all(),
            TextSet.of(""),
            TextSet.of("a", "b"),
            TextSet.startingWith("ab"),
            TextSet.endingWith("/"),
            TextSet.notShorterThan(3),
            new TextSet.Around("a", "a", 4),
            new TextSet.InAnyCase(TextSet.startingWith("a")));
    RandomTexts random = new RandomTexts(4);
    for (TextSet set : sets) {
      Language language = Language.of(set);
      for (int i = 0; i < 300; i++) {
        String text = random.text();
        assertThat(language.contains(text)).as("%s in %s", text, set).isEqualTo(set.contains(text));
      }
    }
  }

  @Test
  void transducersMakeImagesAndPreimages() throws RegexSyntaxException {
    List<Transducer> transducers =
        List.of(
            Transducer.ofEach(c -> c == 'a' ? "%61" : c == 'b' ? "" : String.valueOf((char) c)),
            TextSet.InAnyCase.LOWER_CASE,
            Transducer.without(2),
            Transducer.only(2),
            Transducer.before("?", ""),
            Transducer.before("//"));
    RandomTexts random = new RandomTexts(6);
    for (Transducer transducer : transducers) {
      for (int i = 0; i < 40; i++) {
        Language language = language(random);
        Language image = language.image(transducer);
        Language preimage = language.preimage(transducer);
        List<String> texts = new ArrayList<>(language.samples(10));
        for (String text : texts) {
          assertThat(image.contains(transducer.apply(text))).isTrue();
        }
        for (int j = 0; j < 10; j++) {
          String text = random.text();
          assertThat(preimage.contains(text)).isEqualTo(language.contains(transducer.apply(text)));
        }
        assertThat(language.includes(preimage.image(transducer))).isTrue();
        for (String made : image.samples(5)) {
          assertThat(Language.of(made).preimage(transducer).intersect(language).isEmpty())
              .isFalse();
        }
      }
    }
  }
}
