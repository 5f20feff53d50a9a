/** What a project promises of the answers to requests, and the requests that break it. */
@NullMarked
package org.redirlint.rule.promise;

import org.jspecify.annotations.NullMarked;
