package org.redirlint.semantics.gateway;

import java.util.function.BiPredicate;
import org.redirlint.semantics.TransitionSystem;

/**
 * A server that clients can ask.
 *
 * @param system the server
 * @param listens tells whether it is asked for requests of a scheme to a port
 * @param <V> a value
 */
public record Entry<V>(TransitionSystem<V, ?> system, BiPredicate<String, Integer> listens) {}
