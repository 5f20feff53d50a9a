/** Rules about directives that no request can reach. */
@NullMarked
package org.redirlint.rule.reachability;

import org.jspecify.annotations.NullMarked;
