/** The protocol's own words, and what a browser does with a redirect. */
@NullMarked
package org.redirlint.http;

import org.jspecify.annotations.NullMarked;
