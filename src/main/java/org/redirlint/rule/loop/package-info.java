/** Rules about where redirects lead in the end. */
@NullMarked
package org.redirlint.rule.loop;

import org.jspecify.annotations.NullMarked;
