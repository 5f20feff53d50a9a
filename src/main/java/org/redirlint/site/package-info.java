/** Configurations made ready to answer requests, with what is known of the disk around them. */
@NullMarked
package org.redirlint.site;

import org.jspecify.annotations.NullMarked;
