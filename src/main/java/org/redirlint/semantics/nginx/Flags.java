package org.redirlint.semantics.nginx;

/**
 * The small things nginx remembers of a request (ngx_http_request_t).
 *
 * @param internal whether the configuration itself led here
 * @param uriChanged whether a rewrite asks for a new search
 * @param changesLeft how many internal redirects are left
 * @param validLocation whether no {@code break} has kept another URI in a location
 * @param wholeUriFound whether try_files found a file for an alias that replaces the whole URI
 * @param asSent whether the URI is still the one that was sent (valid_unparsed_uri)
 * @param errorPage whether an error page is being shown
 */
record Flags(
    boolean internal,
    boolean uriChanged,
    int changesLeft,
    boolean validLocation,
    boolean wholeUriFound,
    boolean asSent,
    boolean errorPage) {

  /** The flags of a new request (NGX_HTTP_MAX_URI_CHANGES is 10). */
  static final Flags INITIAL = new Flags(false, false, 11, true, false, true, false);

  /**
   * The URI is another one, for which a location is to be looked for; or, with {@code break}, it
   * stays where it does not belong, and nothing but an internal redirect mends that.
   */
  Flags rewritten(boolean changed) {
    return new Flags(
        true, changed, changesLeft, validLocation && changed, wholeUriFound, false, errorPage);
  }

  /** Tells whether an alias can be put in the place of its location's part of the URI. */
  boolean hasLocationsUri() {
    return validLocation && !uriChanged;
  }

  /** A location is looked for. */
  Flags searching() {
    return new Flags(internal, false, changesLeft, validLocation, wholeUriFound, asSent, errorPage);
  }

  Flags oneChangeLess() {
    return new Flags(
        internal, uriChanged, changesLeft - 1, validLocation, wholeUriFound, asSent, errorPage);
  }

  Flags redirected() {
    return new Flags(true, uriChanged, changesLeft, true, false, false, errorPage);
  }

  Flags toNamedLocation() {
    return new Flags(true, false, changesLeft, validLocation, wholeUriFound, asSent, errorPage);
  }

  Flags withWholeUriFound() {
    return new Flags(internal, uriChanged, changesLeft, validLocation, true, asSent, errorPage);
  }

  Flags inErrorPage() {
    return new Flags(internal, uriChanged, changesLeft, validLocation, wholeUriFound, asSent, true);
  }
}
