/** Rules about the rewrite engines: mod_rewrite, and nginx's rewrite module. */
@NullMarked
package org.redirlint.rule.rewrite;

import org.jspecify.annotations.NullMarked;
