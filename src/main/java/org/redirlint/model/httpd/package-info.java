/** What Apache httpd would load: virtual hosts, sections, rewrite rules, redirects. */
@NullMarked
package org.redirlint.model.httpd;

import org.jspecify.annotations.NullMarked;
