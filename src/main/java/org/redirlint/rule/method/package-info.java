/** Rules about redirects that treat one method unlike another. */
@NullMarked
package org.redirlint.rule.method;

import org.jspecify.annotations.NullMarked;
