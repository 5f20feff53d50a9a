/** What a project says in its {@code .redirlint.yaml}. */
@NullMarked
package org.redirlint.lint.settings;

import org.jspecify.annotations.NullMarked;
