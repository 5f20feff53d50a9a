package org.redirlint.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;

class ObservedTest {

  private static final Assumption OFTEN = new Assumption("TLS ends in front of this server", true);
  private static final Assumption HARDLY = new Assumption("/index.php is missing", false);

  @Test
  void whatIsHardlyEverSoCountsMoreThanAnyNumberOfThingsThatOftenAre() {
    Observed unlikely = assuming(HARDLY);
    Observed likely = assuming(OFTEN, OFTEN, OFTEN);
    Observed certain = assuming();
    assertThat(Stream.of(unlikely, likely, certain).sorted(Observed.LEAST_ASSUMED))
        .containsExactly(certain, likely, unlikely);
    assertThat(unlikely.isPlausible()).isFalse();
    assertThat(likely.isPlausible()).isTrue();
  }

  private static Observed assuming(Assumption... assumptions) {
    return new Observed(
        Trial.get(new Url("http", "www.example.com", 80, "/")),
        new Chain(List.of(), Chain.End.LOOP, ""),
        () -> Arrays.asList(assumptions));
  }
}
