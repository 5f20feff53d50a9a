package org.redirlint.semantics;

import org.redirlint.source.Origin;

/**
 * Something that mattered on the way to an answer.
 *
 * @param origin the directive
 * @param what what it did, a phrase
 */
public record Step(Origin origin, String what) {}
