package org.redirlint.semantics.httpd;

/**
 * A value and the state after looking it up.
 *
 * @param state the state
 * @param value the value
 * @param <V> a value
 */
record Valued<V>(State<V> state, V value) {}
