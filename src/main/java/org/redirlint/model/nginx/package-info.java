/** What nginx would load: servers, locations, rewrite steps, variables. */
@NullMarked
package org.redirlint.model.nginx;

import org.jspecify.annotations.NullMarked;
