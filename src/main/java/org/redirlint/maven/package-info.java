/** The goals of the Maven plugin: parameters in, a build that goes on or fails. */
@NullMarked
package org.redirlint.maven;

import org.jspecify.annotations.NullMarked;
