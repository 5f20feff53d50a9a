/** What to tell: rules over a project. */
@NullMarked
package org.redirlint.rule;

import org.jspecify.annotations.NullMarked;
