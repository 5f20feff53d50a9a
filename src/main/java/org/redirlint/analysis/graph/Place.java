package org.redirlint.analysis.graph;

import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.FileStatus;

/**
 * What of a server a directive may lead to.
 *
 * @param paths the paths, decoded; what is left out it never leads to
 * @param asWritten whether the paths are sent as httpd writes them into a {@code Location}
 * @param query the queries, without the question mark
 * @param status what is on the disk there; empty if that is not known
 * @param named the path of the file that is supposed to be there; empty if none is
 */
record Place(
    Language paths,
    boolean asWritten,
    Language query,
    Optional<FileStatus> status,
    Optional<String> named) {

  private static final Language WITH_FRAGMENTS = Regex.constant("#").match(Language.ALL).matching();

  /** Any place. */
  static final Place ANY = of(DecodedPaths.ALL);

  /** Some paths, sent as httpd writes them. */
  static Place of(Language paths) {
    return new Place(paths, true, Language.ALL, Optional.empty(), Optional.empty());
  }

  /** Tells whether it is all of another place, of which the same is known otherwise. */
  boolean includes(Place other) {
    return asWritten == other.asWritten
        && status.equals(other.status)
        && named.equals(other.named)
        && paths.includes(other.paths)
        && query.includes(other.query);
  }

  /** Returns the same with other queries. */
  Place asking(Language queries) {
    return new Place(paths, asWritten, queries, status, named);
  }

  /** Returns the same with some of the paths only. */
  Place within(Language some) {
    return new Place(paths.intersect(some), asWritten, query, status, named);
  }

  /**
   * Returns the same as httpd asks itself for it: what it leads to inside is read as a URL, and
   * what follows a number sign is dropped, the query too (ap_parse_uri).
   */
  Place withoutFragments() {
    return paths.meets(WITH_FRAGMENTS)
        ? new Place(
            DecodedPaths.of(paths.image(Transducer.until("#"))),
            asWritten,
            query.union(Language.of("")),
            status,
            named)
        : this;
  }

  /** Returns the same, sent in ways that are not known. */
  Place sentAnyhow() {
    return new Place(paths, false, query, status, named);
  }

  /** Returns the same, supposed to be a file. */
  Place named(String file) {
    return new Place(paths, asWritten, query, Optional.of(FileStatus.FILE), Optional.of(file));
  }

  /** Returns the same, known to be directories. */
  Place ofDirectories() {
    return new Place(paths, asWritten, query, Optional.of(FileStatus.DIRECTORY), Optional.empty());
  }

  /** Returns how a client asks for it: the path as sent, and the query. */
  Language sent() {
    Language path = asWritten ? DecodedPaths.sent(paths) : DecodedPaths.SENT;
    return path.concatenate(Language.of("?").concatenate(query).union(Language.of("")));
  }
}
