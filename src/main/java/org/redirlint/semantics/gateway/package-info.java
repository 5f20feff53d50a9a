/** Servers that hand requests on to each other, as one (RFC 9110 section 3.7). */
@NullMarked
package org.redirlint.semantics.gateway;

import org.jspecify.annotations.NullMarked;
