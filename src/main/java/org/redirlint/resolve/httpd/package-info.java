/** From the directives of Apache httpd to what it would load. */
@NullMarked
package org.redirlint.resolve.httpd;

import org.jspecify.annotations.NullMarked;
