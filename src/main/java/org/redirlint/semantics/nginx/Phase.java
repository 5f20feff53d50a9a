package org.redirlint.semantics.nginx;

/** Where a request is (nginx development guide, "HTTP phases"). */
enum Phase {
  /** The server is being chosen. */
  FIND_SERVER,
  /** NGX_HTTP_SERVER_REWRITE_PHASE. */
  SERVER_REWRITE,
  /** NGX_HTTP_FIND_CONFIG_PHASE. */
  FIND_CONFIG,
  /** NGX_HTTP_REWRITE_PHASE. */
  REWRITE,
  /** NGX_HTTP_POST_REWRITE_PHASE. */
  POST_REWRITE,
  /** NGX_HTTP_ACCESS_PHASE. */
  ACCESS,
  /** NGX_HTTP_PRECONTENT_PHASE. */
  TRY_FILES,
  /** NGX_HTTP_CONTENT_PHASE. */
  CONTENT,
  /** The answer is known. */
  ANSWERED
}
