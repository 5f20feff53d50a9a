package org.redirlint.semantics.nginx;

/**
 * A text became longer than the room nginx had counted for it, as a map's regular expression
 * changed the captures in between; nginx answers with an internal error.
 */
final class BufferOverrunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BufferOverrunException() {
    super("no buffer space in script copy", null, false, false);
  }
}
