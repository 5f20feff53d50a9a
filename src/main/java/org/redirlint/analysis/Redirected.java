package org.redirlint.analysis;

/**
 * The requests that follow a redirect, and what their URLs are made of.
 *
 * @param requests the requests
 * @param path their path, made of the request before
 * @param written the path before dot segments were taken out of it
 * @param target what path and query are cut from, as the server wrote it
 */
record Redirected(RequestSet requests, Term path, Term written, Term target) {

  /** Returns the same requests with any cookies. */
  Redirected withOtherCookies() {
    return new Redirected(requests.withOtherCookies(), path, written, target);
  }
}
