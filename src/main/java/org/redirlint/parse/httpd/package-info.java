/** The reader of Apache httpd files. */
@NullMarked
package org.redirlint.parse.httpd;

import org.jspecify.annotations.NullMarked;
