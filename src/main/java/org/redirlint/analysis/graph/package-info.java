/**
 * The redirects of a configuration and which of them may lead to which: where none of them leads to
 * itself in the end, no chain is endless.
 */
@NullMarked
package org.redirlint.analysis.graph;

import org.jspecify.annotations.NullMarked;
