package org.redirlint.semantics.httpd;

import java.util.Optional;
import org.redirlint.semantics.Answer.Field;

/**
 * A header that a response has so far.
 *
 * @param always whether it stands in the table that errors and redirects send as well
 *     (err_headers_out)
 * @param name its name as written
 * @param value its value; empty if it is not known
 * @param <V> a value
 */
record ResponseField<V>(boolean always, String name, Optional<V> value) {

  /** Tells whether it stands in a table under a name; case does not matter. */
  boolean is(boolean inAlways, String otherName) {
    return always == inAlways && name.equalsIgnoreCase(otherName);
  }

  /** Returns the header out of reach of what edits errors and redirects. */
  ResponseField<V> withdrawn() {
    return new ResponseField<>(false, name, value);
  }

  /** Returns the header as it is sent. */
  Field<V> sent() {
    return new Field<>(name, value);
  }
}
