/** What a project does not want in its configurations: directives by what they say and do. */
@NullMarked
package org.redirlint.rule.ban;

import org.jspecify.annotations.NullMarked;
