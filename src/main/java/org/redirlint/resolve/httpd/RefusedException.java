package org.redirlint.resolve.httpd;

/** Says why httpd would refuse a directive. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message, null, false, false);
  }
}
