/** Source text and places in it. */
@NullMarked
package org.redirlint.source;

import org.jspecify.annotations.NullMarked;
