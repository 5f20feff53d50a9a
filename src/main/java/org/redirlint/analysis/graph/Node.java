package org.redirlint.analysis.graph;

/**
 * A redirect of requests of one scheme.
 *
 * @param step the redirect
 * @param scheme the scheme
 */
record Node(Step step, String scheme) {}
