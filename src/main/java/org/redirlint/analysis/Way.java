package org.redirlint.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Step;

/**
 * One way through a configuration, and what the requests that take it come to.
 *
 * @param requests the requests it was looked for among
 * @param constraints what is known of those that take it
 * @param answer what the server answers
 * @param next where a browser goes then, if it comes back to the configuration
 * @param steps what mattered on the way
 * @param supposed what is assumed to be at paths
 */
record Way(
    RequestSet requests,
    Constraints constraints,
    Answer<Term> answer,
    Optional<Redirected> next,
    List<Step> steps,
    Map<Term, FileStatus> supposed) {

  /** Tells whether any request can take this way, as far as that is seen. */
  boolean isPossible() {
    return constraints.copy().inputs(name -> true).values().stream().noneMatch(Language::isEmpty);
  }

  /** Returns the requests that take this way; where languages are too large, some more. */
  RequestSet from() {
    return requests.narrowed(constraints.copy().inputs(name -> true));
  }
}
