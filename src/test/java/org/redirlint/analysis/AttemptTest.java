package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.UndeterminedException;

/** When it is worth it to suppose directories away, and what is saved for that. */
class AttemptTest {

  private static final int MORE_THAN_HALF = Budget.MOST_STATES / 2 + 1;

  private final Budget budget = new Budget();
  private final Attempt attempt = new Attempt(budget, List.of(TextSet.endingWith("/index.html")));

  @Test
  void otherDirectoriesNeedNotBeSupposedAway() {
    attempt.assume(Map.of(text("/srv/a"), FileStatus.DIRECTORY));
    attempt.assume(Map.of(text("/srv/index.html"), FileStatus.FILE));
    assertThat(attempt.dependsOnDirectories()).isFalse();
  }

  @Test
  void directoriesWithSuchAPathMayBeSupposedAway() {
    attempt.assume(Map.of(text("/srv/index.html"), FileStatus.DIRECTORY));
    assertThat(attempt.dependsOnDirectories()).isTrue();
  }

  @Test
  void directoriesAtPathsThatRequestsTellMayBeSupposedAway() {
    attempt.assume(Map.of(asked(""), FileStatus.DIRECTORY));
    assertThat(attempt.dependsOnDirectories()).isTrue();
  }

  @Test
  void whatIsUnknownWithoutSuchADirectoryStaysUnknown() {
    attempt.assume(Map.of(asked("/index.html"), FileStatus.DIRECTORY));
    attempt.endUnknown(Map.of(asked("/index.html"), FileStatus.DIRECTORY));
    assertThat(attempt.dependsOnDirectories()).isTrue();
    attempt.endUnknown(Map.of(asked("/index.html"), FileStatus.MISSING));
    assertThat(attempt.dependsOnDirectories()).isFalse();
  }

  @Test
  void halfIsSavedForTheAttemptThatSupposes() {
    attempt.assume(Map.of(text("/srv/index.html"), FileStatus.DIRECTORY));
    assertThatThrownBy(() -> budget.remember(MORE_THAN_HALF))
        .isInstanceOf(UndeterminedException.class);
    assertThat(new Attempt(budget, List.of()).dependsOnDirectories()).isFalse();
    assertThatCode(() -> budget.remember(1)).doesNotThrowAnyException();
  }

  @Test
  void nothingIsSavedWhereNoSuchDirectoryIsMet() {
    attempt.assume(Map.of(text("/srv/a"), FileStatus.DIRECTORY));
    assertThatCode(() -> budget.remember(MORE_THAN_HALF)).doesNotThrowAnyException();
  }

  private static Term text(String path) {
    return new Term.Text(path);
  }

  private static Term asked(String end) {
    return Term.join(text("/srv"), Term.join(new Term.Input(RequestSet.PATH), text(end)));
  }
}
