package org.redirlint.semantics.nginx;

/**
 * The small things nginx remembers of a request (ngx_http_request_t).
 *
 * @param internal whether the configuration itself led here
 * @param uriChanged whether a rewrite asks for a new search
 * @param changesLeft how many internal redirects are left
 * @param validLocation whether the URI still is one the location matched
 * @param wholeUriFound whether try_files found a file for an alias that replaces the whole URI
 * @param errorPage whether an error page is being shown
 */
record Flags(
    boolean internal,
    boolean uriChanged,
    int changesLeft,
    boolean validLocation,
    boolean wholeUriFound,
    boolean errorPage) {

  /** The flags of a new request (NGX_HTTP_MAX_URI_CHANGES is 10). */
  static final Flags INITIAL = new Flags(false, false, 11, true, false, false);

  /** From now on, the location is not that of the URI, until another one is looked for. */
  Flags rewritten(boolean changed) {
    return new Flags(true, changed, changesLeft, false, wholeUriFound, errorPage);
  }

  /** A location is looked for; after a rewrite with {@code break} that changes nothing. */
  Flags searching() {
    return new Flags(
        internal, false, changesLeft, validLocation || uriChanged, wholeUriFound, errorPage);
  }

  Flags oneChangeLess() {
    return new Flags(
        internal, uriChanged, changesLeft - 1, validLocation, wholeUriFound, errorPage);
  }

  Flags redirected() {
    return new Flags(true, uriChanged, changesLeft, true, false, errorPage);
  }

  Flags toNamedLocation() {
    return new Flags(true, false, changesLeft, validLocation, wholeUriFound, errorPage);
  }

  Flags withWholeUriFound() {
    return new Flags(internal, uriChanged, changesLeft, validLocation, true, errorPage);
  }

  Flags inErrorPage() {
    return new Flags(internal, uriChanged, changesLeft, validLocation, wholeUriFound, true);
  }
}
