/** The command line: options in, exit status out. */
@NullMarked
package org.redirlint.cli;

import org.jspecify.annotations.NullMarked;
