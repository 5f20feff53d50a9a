package org.redirlint.lint;

import java.util.stream.Stream;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Related;
import org.redirlint.source.Origin;

/** The places a finding speaks of. */
final class Places {

  private Places() {}

  /** Returns where a finding lies, what it names besides, and what decides its requests. */
  static Stream<Origin> of(Diagnostic found) {
    return Stream.of(
            Stream.of(found.origin()),
            found.related().stream().map(Related::origin),
            found.trace().stream().flatMap(request -> request.decidedBy().stream()))
        .flatMap(places -> places);
  }
}
