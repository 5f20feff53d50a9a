package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/** Percent-encoding as nginx does it (ngx_escape_uri). */
final class Escapes {

  /** NGX_ESCAPE_URI: what a path may not hold. */
  static final Transducer URI = escaping("\"#%<>?\\^`{|} \u007f");

  /** NGX_ESCAPE_ARGS: what an argument's value may not hold. */
  static final Transducer ARGS = escaping("\"#%&+;<>?\\^`{|} \u007f");

  /** NGX_UNESCAPE_REDIRECT: decodes what a Location may hold as it is, up to the arguments. */
  static final Transducer REDIRECT = new RedirectUnescape();

  private Escapes() {}

  private static Transducer escaping(String special) {
    return Transducer.ofEach(
        c ->
            c < 0x20 || c > 0x7E || special.indexOf(c) >= 0
                ? String.format("%%%02X", c)
                : String.valueOf((char) c));
  }
}
