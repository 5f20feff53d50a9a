/** The reader of nginx files. */
@NullMarked
package org.redirlint.parse.nginx;

import org.jspecify.annotations.NullMarked;
