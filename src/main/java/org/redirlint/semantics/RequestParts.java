package org.redirlint.semantics;

import java.util.function.Function;

/**
 * A request as browsers send it, in the values of a domain: its path begins with a slash, is
 * correctly percent-encoded and has no dot segments.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port it is sent to, 1 to 65535
 * @param escaped whether the path holds {@code %} or {@code +}
 * @param method the method
 * @param host the host in lower case, without port
 * @param path the path as sent
 * @param query the query as sent with its question mark; the empty text if there is none
 * @param header the value of a header by its name in lower case; the empty text if it is not sent
 * @param <V> a value
 */
public record RequestParts<V>(
    String scheme,
    int port,
    boolean escaped,
    V method,
    V host,
    V path,
    V query,
    Function<String, V> header) {}
