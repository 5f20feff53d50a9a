package org.redirlint.semantics.nginx;

/**
 * A value and the state after looking it up: variables of maps are kept, captures change.
 *
 * @param state the state
 * @param value the value
 * @param <V> a value
 */
record Valued<V>(State<V> state, V value) {}
