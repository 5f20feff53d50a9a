/** Requests against a configuration: files and requests in, chains of redirects out. */
@NullMarked
package org.redirlint.trace;

import org.jspecify.annotations.NullMarked;
