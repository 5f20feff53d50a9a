/** Which requests people speak of: methods and URLs with wildcards. */
@NullMarked
package org.redirlint.rule.request;

import org.jspecify.annotations.NullMarked;
