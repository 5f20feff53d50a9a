package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.redirlint.regex.Lazy;

class RankingTest {

  private final Ranking<String> ranking = new Ranking<>();

  @Test
  void aCircleOnWhichUrlsGetShorterEnds() {
    add("a", "b", 0, 0, false);
    add("b", "a", -1, -1, false);
    assertThat(ranking.ends()).isTrue();
  }

  @Test
  void aCircleOnWhichUrlsStayTheSameMayNotEnd() {
    add("a", "b", 0, 0, false);
    add("b", "a", 0, 0, true);
    assertThat(ranking.ends()).isFalse();
  }

  @Test
  void aPathThatGrowsNeedsFilesToEnd() {
    add("a", "a", 1, 1, true);
    assertThat(ranking.ends()).isTrue();
    add("a", "a", 1, 1, false);
    assertThat(ranking.ends()).isFalse();
  }

  @Test
  void whatLeadsOnWithoutACircleMayGrow() {
    add("a", "b", 9, 9, false);
    add("b", "c", 9, 9, false);
    assertThat(ranking.ends()).isTrue();
    assertThat(ranking.hasCircles()).isFalse();
  }

  @Test
  void aCircleOnWhichPathsGetShorterEndsWhateverBecomesOfQueries() {
    add("a", "b", 9, 0, 0, false);
    add("b", "a", 9, -1, -1, false);
    assertThat(ranking.ends()).isTrue();
    add("b", "b", 9, 0, 0, false);
    assertThat(ranking.ends()).isFalse();
  }

  @Test
  void aRedirectThatNoRequestTakesLeadsNowhere() {
    add("a", "b", 1, 1, false);
    ranking.add(new Ranking.Hop<>("b", "a", new Lazy<>(Optional::empty)));
    assertThat(ranking.ends()).isTrue();
    add("b", "a", 1, 1, false);
    assertThat(ranking.ends()).isFalse();
  }

  private void add(String from, String to, long most, long least, boolean needsFile) {
    add(from, to, most, Math.max(most, least), least, needsFile);
  }

  private void add(
      String from, String to, long most, long mostOfPath, long least, boolean needsFile) {
    ranking.add(
        new Ranking.Hop<>(
            from,
            to,
            new Lazy<>(
                () ->
                    Optional.of(
                        new Ranking.Change(
                            OptionalLong.of(most),
                            OptionalLong.of(mostOfPath),
                            OptionalLong.of(least),
                            needsFile)))));
  }
}
