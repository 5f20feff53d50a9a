/** Directives that no request can reach, because of what stands before them. */
@NullMarked
package org.redirlint.analysis.reachability;

import org.jspecify.annotations.NullMarked;
