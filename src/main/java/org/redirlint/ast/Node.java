package org.redirlint.ast;

import org.redirlint.source.Span;

/** A part of a configuration file: everything in it but white space is in exactly one node. */
public sealed interface Node permits Directive, Comment, Malformed {

  /** Returns the node's place in its file. */
  Span span();

  /** Calls the visitor's method for this kind of node. */
  <R> R accept(Visitor<R> visitor);

  /**
   * What to do with each kind of node; no method has a default, so that a new kind of node is
   * noticed everywhere.
   *
   * @param <R> what a visit returns
   */
  interface Visitor<R> {
    /** Visits a directive without a block. */
    R visit(SimpleDirective directive);

    /** Visits a block directive of nginx or a section of httpd. */
    R visit(BlockDirective directive);

    /** Visits a comment that stands between directives. */
    R visit(Comment comment);

    /** Visits a part that could not be read. */
    R visit(Malformed malformed);
  }
}
