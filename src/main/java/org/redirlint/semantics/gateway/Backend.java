package org.redirlint.semantics.gateway;

import java.util.OptionalInt;
import java.util.function.Function;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.semantics.TransitionSystem;

/**
 * A server that others hand requests on to.
 *
 * @param system the server
 * @param ports the port it is asked on for requests to an address; empty for an address of another
 *     server
 * @param <V> a value
 */
public record Backend<V>(TransitionSystem<V, ?> system, Function<Address, OptionalInt> ports) {}
