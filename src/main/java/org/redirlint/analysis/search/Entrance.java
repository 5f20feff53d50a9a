package org.redirlint.analysis.search;

/**
 * Where requests come in.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port, 1 to 65535
 */
public record Entrance(String scheme, int port) {}
