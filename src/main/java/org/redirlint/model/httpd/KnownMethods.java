package org.redirlint.model.httpd;

import java.util.Set;

/** The methods httpd knows (ap_method_registry_init). */
public final class KnownMethods {

  /** All of them but TRACE, which nothing can limit. */
  public static final Set<String> NAMES =
      Set.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "CONNECT",
          "OPTIONS",
          "PATCH",
          "PROPFIND",
          "PROPPATCH",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK",
          "VERSION-CONTROL",
          "CHECKOUT",
          "UNCHECKOUT",
          "CHECKIN",
          "UPDATE",
          "LABEL",
          "REPORT",
          "MKWORKSPACE",
          "MKACTIVITY",
          "BASELINE-CONTROL",
          "MERGE");

  private KnownMethods() {}
}
