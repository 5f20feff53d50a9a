/** What nginx answers: its phases, variables and internal redirects. */
@NullMarked
package org.redirlint.semantics.nginx;

import org.jspecify.annotations.NullMarked;
