package org.redirlint.analysis.search;

import org.redirlint.http.Url;

/**
 * A redirect of one URL to another, as far as both can be read off a directive.
 *
 * @param from the URL
 * @param to the target as written: a path, or a URL
 */
record Redirection(Url from, String to) {}
