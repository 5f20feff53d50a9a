package org.redirlint.semantics.httpd;

import java.util.Optional;

/**
 * What is asked for, as it stands now.
 *
 * @param method the method
 * @param uri the URL-path
 * @param args the query; empty if there is none
 * @param query the query the request came with, whatever rules have made of it since
 * @param filename the file's path; empty before the URL-path is translated
 * @param pathInfo what follows the file in the URL-path
 * @param kind what is at the file's path
 * @param prefix the URL-path of the place the file belongs to; nothing, or the empty text, for a
 *     document root
 * @param root the directory of that place
 * @param handler what answers in the file system's place; empty for the file system
 * @param <V> a value
 */
record Resource<V>(
    V method,
    V uri,
    Optional<V> args,
    Optional<V> query,
    Optional<V> filename,
    V pathInfo,
    Kind kind,
    Optional<String> prefix,
    Optional<String> root,
    Optional<String> handler) {

  /** What is at a path. */
  enum Kind {
    /** Nothing. */
    NONE,
    /** A file. */
    FILE,
    /** A directory. */
    DIRECTORY
  }

  Resource<V> withMethod(V other) {
    return new Resource<>(other, uri, args, query, filename, pathInfo, kind, prefix, root, handler);
  }

  Resource<V> withUri(V other) {
    return new Resource<>(
        method, other, args, query, filename, pathInfo, kind, prefix, root, handler);
  }

  Resource<V> withArgs(Optional<V> other) {
    return new Resource<>(
        method, uri, other, query, filename, pathInfo, kind, prefix, root, handler);
  }

  /** Returns a request for another query; no rule has changed it yet. */
  Resource<V> withQuery(Optional<V> asked) {
    return new Resource<>(
        method, uri, asked, asked, filename, pathInfo, kind, prefix, root, handler);
  }

  Resource<V> withFilename(V other) {
    return new Resource<>(
        method, uri, args, query, Optional.of(other), pathInfo, kind, prefix, root, handler);
  }

  Resource<V> withPathInfo(V other) {
    return new Resource<>(method, uri, args, query, filename, other, kind, prefix, root, handler);
  }

  Resource<V> withKind(Kind other) {
    return new Resource<>(
        method, uri, args, query, filename, pathInfo, other, prefix, root, handler);
  }

  Resource<V> withContext(String contextPrefix, String contextRoot) {
    return new Resource<>(
        method,
        uri,
        args,
        query,
        filename,
        pathInfo,
        kind,
        Optional.of(contextPrefix),
        Optional.of(contextRoot),
        handler);
  }

  /** Returns a resource below a document root that is the host's own (ap_set_document_root). */
  Resource<V> withDocumentRoot(String directory) {
    return new Resource<>(
        method,
        uri,
        args,
        query,
        filename,
        pathInfo,
        kind,
        prefix,
        Optional.of(directory),
        handler);
  }

  Resource<V> withHandler(String other) {
    return new Resource<>(
        method, uri, args, query, filename, pathInfo, kind, prefix, root, Optional.of(other));
  }
}
