/** What the readers of both servers' files share: putting items together into a tree. */
@NullMarked
package org.redirlint.parse.tree;

import org.jspecify.annotations.NullMarked;
