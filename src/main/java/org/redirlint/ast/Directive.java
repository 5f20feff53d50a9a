package org.redirlint.ast;

import java.util.List;

/** A named instruction to the server, with its arguments. */
public sealed interface Directive extends Node permits SimpleDirective, BlockDirective {

  /** Returns the first word as it stands in the file; of a section, its {@code <} included. */
  Argument keyword();

  /** Returns the words after the name. */
  List<Argument> arguments();

  /** Returns the comments that stand between the words. */
  List<Comment> comments();

  /** Returns the directive's name as written. */
  default String name() {
    return keyword().value();
  }

  /**
   * Tells whether the directive has this name. Case does not matter: httpd ignores it, and nginx
   * knows no two directives that differ in nothing else.
   */
  default boolean is(String name) {
    return name().equalsIgnoreCase(name);
  }
}
