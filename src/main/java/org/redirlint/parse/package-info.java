/** Text to tree: the only room that sees ANTLR. */
@NullMarked
package org.redirlint.parse;

import org.jspecify.annotations.NullMarked;
