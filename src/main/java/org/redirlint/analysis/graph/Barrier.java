package org.redirlint.analysis.graph;

import org.redirlint.regex.Language;

/**
 * A rule behind which no rule is tried: what it surely takes never comes to those after it.
 *
 * @param paths the paths that it takes if its conditions hold
 * @param conditions its conditions
 * @param passedBySubrequests whether subrequests pass by it (apply_rewrite_list)
 */
record Barrier(Language paths, Conditions conditions, boolean passedBySubrequests) {

  /**
   * Returns the paths of some requests that it surely takes.
   *
   * @param later the conditions of a rule after it, if these ask what it is asked itself
   */
  Language taken(Arrival arrival, Conditions later, Suppositions suppositions) {
    boolean subrequest = arrival.by().filter(step -> step.kind() == Step.Kind.INDEX).isPresent();
    return (passedBySubrequests && subrequest) || !paths.meets(arrival.place().paths())
        ? Language.NONE
        : new Certainty(conditions).of(arrival.within(paths), later, suppositions);
  }
}
