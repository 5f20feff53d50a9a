/** From the directives of an nginx configuration to what nginx would load. */
@NullMarked
package org.redirlint.resolve.nginx;

import org.jspecify.annotations.NullMarked;
