/** Rules about redirects that any server can send. */
@NullMarked
package org.redirlint.rule.redirect;

import org.jspecify.annotations.NullMarked;
