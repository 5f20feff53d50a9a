package org.redirlint.model.httpd;

import org.redirlint.source.Origin;

/**
 * {@code ErrorDocument}.
 *
 * @param kind what is shown
 * @param target the URL or URL-path; the empty text for the others
 */
public record ErrorDocument(Origin origin, Kind kind, String target) {

  /** What is shown in place of the server's own words. */
  public enum Kind {
    /** A page of this server. */
    PATH,
    /** A redirect. */
    URL,
    /** A text. */
    TEXT,
    /** The server's own words. */
    DEFAULT
  }
}
