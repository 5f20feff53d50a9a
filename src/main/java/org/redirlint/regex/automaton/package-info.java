/** Finite automata over bytes and markers, each of bounded size. */
@NullMarked
package org.redirlint.regex.automaton;

import org.jspecify.annotations.NullMarked;
