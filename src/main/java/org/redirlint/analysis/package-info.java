/** What is so for all requests: loops, chains, and the proof that there are none. */
@org.jspecify.annotations.NullMarked
package org.redirlint.analysis;
