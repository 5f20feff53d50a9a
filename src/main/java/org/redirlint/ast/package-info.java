/** The syntax tree that both servers' configuration files are read into. */
@NullMarked
package org.redirlint.ast;

import org.jspecify.annotations.NullMarked;
