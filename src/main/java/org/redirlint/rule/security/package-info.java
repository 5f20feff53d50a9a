/** Rules about redirects that strangers can turn against the site's visitors. */
@NullMarked
package org.redirlint.rule.security;

import org.jspecify.annotations.NullMarked;
