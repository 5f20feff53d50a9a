/** Looks for requests that go in circles, by asking what each test of a configuration asks for. */
@NullMarked
package org.redirlint.analysis.search;

import org.jspecify.annotations.NullMarked;
