package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;

/**
 * Cuts a path at the first slash that is not before a place.
 *
 * @param place the place
 * @param before whether what stands before the cut is kept, else what follows
 */
record NameEnd(int place, boolean before) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  /** Counts characters up to the place; one state more stands behind the cut. */
  @Override
  public int next(int state, char character) {
    return state < place ? state + 1 : state == place && character != '/' ? place : place + 1;
  }

  @Override
  public String written(int state, char character) {
    boolean cut = state > place || (state == place && character == '/');
    return cut == before ? "" : String.valueOf(character);
  }
}
