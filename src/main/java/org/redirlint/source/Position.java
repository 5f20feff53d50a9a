package org.redirlint.source;

/**
 * A place in a file as people and editors count it.
 *
 * @param line the line, 1-based
 * @param column the column in characters, 1-based
 */
public record Position(int line, int column) {}
