package org.redirlint.analysis.graph;

/**
 * A redirect of requests of one scheme.
 *
 * @param step the redirect
 * @param scheme the scheme
 * @param part the number of those of its requests that are told from others; 0 for all of them
 */
record Node(Step step, String scheme, int part) {

  /** A redirect of all requests of a scheme. */
  Node(Step step, String scheme) {
    this(step, scheme, 0);
  }

  /** Returns the redirect of all of the requests. */
  Node whole() {
    return part(0);
  }

  /** Returns the redirect of some of the requests. */
  Node part(int number) {
    return new Node(step, scheme, number);
  }
}
