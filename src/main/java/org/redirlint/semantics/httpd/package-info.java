/** What Apache httpd answers. */
@NullMarked
package org.redirlint.semantics.httpd;

import org.jspecify.annotations.NullMarked;
