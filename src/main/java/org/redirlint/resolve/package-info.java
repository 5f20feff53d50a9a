/** From single files to the configuration a server would load. */
@NullMarked
package org.redirlint.resolve;

import org.jspecify.annotations.NullMarked;
