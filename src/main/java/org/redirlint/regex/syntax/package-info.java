/** The syntax tree of regular expressions: what a pattern means, its options already applied. */
@NullMarked
package org.redirlint.regex.syntax;

import org.jspecify.annotations.NullMarked;
