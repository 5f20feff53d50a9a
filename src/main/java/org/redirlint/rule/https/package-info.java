/** Rules about https and what browsers remember of it. */
@NullMarked
package org.redirlint.rule.https;

import org.jspecify.annotations.NullMarked;
