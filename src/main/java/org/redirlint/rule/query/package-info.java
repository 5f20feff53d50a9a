/** Rules about what becomes of queries and of percent-encoding when a request is redirected. */
@NullMarked
package org.redirlint.rule.query;

import org.jspecify.annotations.NullMarked;
