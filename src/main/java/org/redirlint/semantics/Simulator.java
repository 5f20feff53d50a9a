package org.redirlint.semantics;

import org.redirlint.http.Request;
import org.redirlint.http.Url;

/** Answers requests as a server would. */
public interface Simulator {

  /** Returns what the server answers. */
  Reply answer(Request request);

  /** Tells whether a URL's host is one of the names the configuration serves. */
  boolean serves(Url url);
}
