/** Edits of directives from which rules make their fixes. */
@NullMarked
package org.redirlint.rule.fix;

import org.jspecify.annotations.NullMarked;
