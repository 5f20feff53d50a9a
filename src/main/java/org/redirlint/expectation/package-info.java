/** What a site is expected to answer, row by row, and whether it does. */
@NullMarked
package org.redirlint.expectation;

import org.jspecify.annotations.NullMarked;
