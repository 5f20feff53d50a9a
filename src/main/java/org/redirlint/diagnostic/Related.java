package org.redirlint.diagnostic;

import org.redirlint.source.Origin;

/**
 * A further place that helps to understand a diagnostic.
 *
 * @param origin the place
 * @param message what is to be seen there
 */
public record Related(Origin origin, String message) {}
