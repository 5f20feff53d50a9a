package org.redirlint.semantics.httpd;

/** Where a request is. */
enum Phase {
  /** The virtual host is looked for. */
  FIND_HOST,
  /** Everything up to the handler (ap_process_request_internal). */
  PROCESS,
  /** The handler. */
  HANDLE,
  /** The answer is known. */
  ANSWERED
}
