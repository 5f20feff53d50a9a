/** What a server would load, whichever server it is. */
@NullMarked
package org.redirlint.model;

import org.jspecify.annotations.NullMarked;
