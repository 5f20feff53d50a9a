package org.redirlint.analysis.search;

/** What is known of what stands before a server. */
public enum Front {
  /** Nothing. */
  UNKNOWN,
  /** TLS ends there, and plain HTTP comes in. */
  ENDS_TLS,
  /** It is given, and asked together with the server: nothing has to be supposed of it. */
  GIVEN
}
