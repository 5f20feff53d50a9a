package org.redirlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redirlint.rule.Annotation.Malformed;
import org.redirlint.rule.Annotation.Temporary;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

class AnnotationTest {

  private static final Origin ORIGIN = Origin.of(SourceFile.of("test", ""), new Span(0, 0));

  @Test
  void otherCommentsSayNothing() {
    assertThat(Annotation.parse("temporary until=2027-01-31", ORIGIN)).isEmpty();
  }

  @Test
  void aDateAndAReason() {
    assertThat(Annotation.parse("redirlint: temporary until=2027-01-31 moved house", ORIGIN))
        .contains(new Temporary(ORIGIN, Optional.of(LocalDate.of(2027, 1, 31)), "moved house"));
  }

  @Test
  void eitherIsEnough() {
    assertThat(Annotation.parse("redirlint:temporary moved house", ORIGIN))
        .contains(new Temporary(ORIGIN, Optional.empty(), "moved house"));
    assertThat(Annotation.parse("redirlint: temporary until=2027-01-31", ORIGIN))
        .contains(new Temporary(ORIGIN, Optional.of(LocalDate.of(2027, 1, 31)), ""));
  }

  @Test
  void neitherIsMalformed() {
    assertThat(Annotation.parse("redirlint: temporary", ORIGIN))
        .containsInstanceOf(Malformed.class);
    assertThat(Annotation.parse("redirlint:", ORIGIN)).containsInstanceOf(Malformed.class);
    assertThat(Annotation.parse("redirlint: temporary until=2027-02-30 x", ORIGIN))
        .containsInstanceOf(Malformed.class);
  }
}
