package org.redirlint.resolve.httpd;

import java.util.Optional;
import java.util.Set;
import org.redirlint.resolve.httpd.DirectiveTable.Entry;

/**
 * Where directives stand.
 *
 * @param kind what may be said there
 * @param section the innermost section, as written, {@code <Directory>}; empty if there is none
 * @param inLocation whether a {@code Location} is around, however far
 */
record Place(Kind kind, String section, boolean inLocation) {

  /** The kinds of places. */
  enum Kind {
    /** The main server of a whole configuration. */
    SERVER,
    VIRTUAL_HOST,
    /** A section about some requests of a server. */
    SECTION,
    /** Who may come in, and nothing else. */
    REQUIREMENTS,
    ACCESS_FILE,
    /** A piece of a configuration, which may stand anywhere. */
    FRAGMENT
  }

  static final Place SERVER = new Place(Kind.SERVER, "", false);
  static final Place ACCESS_FILE = new Place(Kind.ACCESS_FILE, "", false);
  static final Place FRAGMENT = new Place(Kind.FRAGMENT, "", false);

  private static final Set<String> OF_THE_WHOLE = Set.of("listen", "<virtualhost");
  private static final Set<String> REQUIREMENTS = Set.of("requireall", "requireany", "requirenone");
  private static final Set<String> ABOUT_REQUIREMENTS =
      Set.of("require", "<requireall", "<requireany", "<requirenone", "<limit", "<limitexcept");

  /** Returns the place inside a section that stands here. */
  Place inside(Statement outer) {
    String name = outer.source().name();
    Kind inner =
        kind == Kind.ACCESS_FILE
            ? Kind.ACCESS_FILE
            : outer.name().equals("<virtualhost") ? Kind.VIRTUAL_HOST : Kind.SECTION;
    return new Place(
        REQUIREMENTS.contains(outer.name().substring(1)) ? Kind.REQUIREMENTS : inner,
        "<" + name + ">",
        inLocation || outer.name().startsWith("<location"));
  }

  /** Tells whether what stands here is about a server, not about some of its requests. */
  boolean isServer() {
    return kind == Kind.SERVER || kind == Kind.VIRTUAL_HOST;
  }

  /** Returns why httpd refuses a directive here; empty if it does not. */
  Optional<String> refusal(Statement statement, Entry entry) {
    boolean allowed =
        switch (kind) {
          case SERVER, VIRTUAL_HOST -> entry.server();
          case SECTION -> entry.section();
          case REQUIREMENTS -> ABOUT_REQUIREMENTS.contains(statement.name());
          case ACCESS_FILE -> entry.accessFile();
          case FRAGMENT -> true;
        };
    if (kind == Kind.VIRTUAL_HOST && OF_THE_WHOLE.contains(statement.name())) {
      String written = statement.name().startsWith("<") ? entry.name() + ">" : entry.name();
      return Optional.of(written + " cannot occur within " + section + " section");
    }
    if (allowed) {
      return Optional.empty();
    }
    return Optional.of(
        entry.name()
            + (section.isEmpty()
                ? " not allowed here"
                : " not allowed in " + section + " context"));
  }
}
