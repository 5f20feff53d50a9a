/** Mends files by the fixes of findings, and refuses what would change more than it should. */
@NullMarked
package org.redirlint.lint.fix;

import org.jspecify.annotations.NullMarked;
