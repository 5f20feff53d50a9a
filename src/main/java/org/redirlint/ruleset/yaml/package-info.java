/** YAML files as people wrote them: every word with its place, so that mistakes can be shown. */
@NullMarked
package org.redirlint.ruleset.yaml;

import org.jspecify.annotations.NullMarked;
