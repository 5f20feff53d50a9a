/** Names of files and paths, with wildcards. */
@NullMarked
package org.redirlint.lint.glob;

import org.jspecify.annotations.NullMarked;
