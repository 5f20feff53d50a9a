package org.redirlint.analysis.search;

/**
 * Something the configuration does not tell.
 *
 * @param text a clause
 * @param plausible whether it is often so
 */
public record Assumption(String text, boolean plausible) {}
