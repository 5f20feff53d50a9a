package org.redirlint.analysis.graph;

/**
 * What may follow a redirect.
 *
 * @param to the next redirect
 * @param direct whether the server does nothing to the request before
 */
record Edge(Node to, boolean direct) {}
