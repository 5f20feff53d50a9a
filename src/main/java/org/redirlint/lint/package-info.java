/** The whole way from paths to diagnostics. */
@NullMarked
package org.redirlint.lint;

import org.jspecify.annotations.NullMarked;
