package org.redirlint.analysis;

/**
 * A scheme and port that a server listens on.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port, 1 to 65535
 */
record Entrance(String scheme, int port) {}
