package org.redirlint.semantics.httpd;

import java.util.List;

/**
 * What a hook came to.
 *
 * @param state the state behind it
 * @param status {@link #OK}, {@link #DECLINED} or the status of a response
 * @param <V> a value
 */
record Outcome<V>(State<V> state, int status) {

  /** The hook has done its work. */
  static final int OK = 0;

  /** The hook has nothing to do. */
  static final int DECLINED = -1;

  static <V> List<Outcome<V>> of(State<V> state, int status) {
    return List.of(new Outcome<>(state, status));
  }

  boolean isOk() {
    return status == OK;
  }

  boolean isDeclined() {
    return status == DECLINED;
  }
}
