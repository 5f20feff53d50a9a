/** Regular expressions as the servers use them, matched in bounded time. */
@NullMarked
package org.redirlint.regex;

import org.jspecify.annotations.NullMarked;
