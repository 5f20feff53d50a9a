package org.redirlint.analysis;

/**
 * The requests that follow a redirect, and what their URLs are made of.
 *
 * @param requests the requests
 * @param path their path, made of the request before
 * @param target what path and query are cut from, as the server wrote it
 */
record Redirected(RequestSet requests, Term path, Term target) {}
