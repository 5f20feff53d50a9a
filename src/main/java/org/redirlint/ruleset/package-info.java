/** Rulesets: YAML files that name rules, put them into words and say how much they matter. */
@NullMarked
package org.redirlint.ruleset;

import org.jspecify.annotations.NullMarked;
