/** Rules about patterns in conditions, rules and locations. */
@NullMarked
package org.redirlint.rule.pattern;

import org.jspecify.annotations.NullMarked;
