/** What is wrong, where, how bad it is, and how to mend it. */
@NullMarked
package org.redirlint.diagnostic;

import org.jspecify.annotations.NullMarked;
