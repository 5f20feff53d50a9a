/** What a server answers, as a transition system over a domain of values. */
@NullMarked
package org.redirlint.semantics;

import org.jspecify.annotations.NullMarked;
