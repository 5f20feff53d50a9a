package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.nginx.TestConfigurations;

/** What is decided of configurations of nginx of which nothing else is known. */
final class NginxVerdicts {

  private NginxVerdicts() {}

  /** Decides about what stands in a block {@code http}. */
  static Verdict decide(String http) {
    NginxConfiguration configuration =
        TestConfigurations.resolve("http {\n" + http + "}\n").configuration();
    return NginxAnalysis.decide(configuration, Facts.NONE, Set.of(), Set.of());
  }

  /** Returns the first request that loops, which there has to be. */
  static Witness witness(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Loops.class);
    return ((Verdict.Loops) verdict).witnesses().get(0);
  }
}
