/** Diagnostics in the formats people and programs read: one class each. */
@NullMarked
package org.redirlint.report;

import org.jspecify.annotations.NullMarked;
