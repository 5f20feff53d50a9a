package org.redirlint.model.httpd;

/**
 * Whether a server speaks TLS.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_ssl.html#sslengine">SSLEngine</a>
 */
public enum TlsEngine {
  /** It does. */
  ON,
  /** It does not. */
  OFF,
  /** The server's own configuration is not given: it is taken to speak what a URL asks for. */
  UNKNOWN;

  /** Tells whether a connection of a scheme is encrypted here. */
  public boolean encrypts(String scheme) {
    return this != OFF && scheme.equals("https");
  }

  /** Tells whether requests of a scheme are served. */
  public boolean serves(String scheme) {
    return this == UNKNOWN || (this == ON) == scheme.equals("https");
  }
}
