package org.redirlint.analysis.graph;

import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.source.Origin;

/**
 * A directive that leads requests on: what it may be asked for, and where it may lead.
 *
 * @param kind how it leads on
 * @param origin the directive
 * @param server the number of the server it holds for; {@link #ANY_SERVER} where it is not one
 * @param paths the paths of requests that it may lead on; what is left out it never does
 * @param conditions what has to hold besides
 * @param leads where it leads
 * @param growth how much longer the URL becomes at most; nothing where that is not known
 * @param first the paths of requests from a client that it leads on before anything else, if its
 *     conditions hold, and these do not change inside the server
 * @param barriers what stands before it
 */
record Step(
    Kind kind,
    Origin origin,
    int server,
    Language paths,
    Conditions conditions,
    Leads leads,
    Lengthening growth,
    Language first,
    Barriers barriers) {

  static final int ANY_SERVER = -1;

  /** Where a directive leads requests. */
  @FunctionalInterface
  interface Leads {
    /** Returns where it leads some requests that it may be asked for. */
    Target from(Arrival arrival);

    /** Always leads to the same place. */
    static Leads to(Target target) {
      return arrival -> target;
    }
  }

  /** How a directive leads a request on. */
  enum Kind {
    /** The client is redirected, by a rule of a server with {@code R}. */
    REDIRECT_IN_SERVER,
    /** The client is redirected, by a rule of a directory with {@code R}. */
    REDIRECT_BY_RULE,
    /** The client is redirected, by a rule of a server that leads to another one. */
    LEAD_OUT_IN_SERVER,
    /** The client is redirected, by a rule of a directory that leads to another server. */
    LEAD_OUT_BY_RULE,
    /** The client is redirected, by the path of the URL. */
    REDIRECT_BY_URL,
    /** mod_dir redirects the client to add a slash. */
    SLASH,
    /** A rule of a server leads to another path or file, and leaves the URL. */
    REWRITE_IN_SERVER,
    /** A rule of a server leads to another URL inside. */
    REWRITE_URL_IN_SERVER,
    /** A rule of a directory leads to another URL inside. */
    REWRITE,
    /** A rule of a directory leads to a path that is relative to it. */
    REWRITE_RELATIVE,
    /** A rule leads to another URL inside, after which no rule is tried. */
    REWRITE_AND_END,
    /** A rule answers with an error, which it does again and again for the error's document. */
    REFUSE,
    /** mod_dir leads a directory to its index. */
    INDEX,
    /** mod_dir leads what is not there to {@code FallbackResource}. */
    FALLBACK,
    /** An error leads to its document. */
    DOCUMENT;

    /** Tells whether the client is redirected. */
    boolean isRedirect() {
      return isRedirectByRule() || isByUrl();
    }

    private boolean isRedirectByRule() {
      return passesSubrequests() || this == LEAD_OUT_IN_SERVER || this == LEAD_OUT_BY_RULE;
    }

    /** Tells whether subrequests, as those for an index, pass by it (apply_rewrite_list). */
    private boolean passesSubrequests() {
      return this == REDIRECT_IN_SERVER || this == REDIRECT_BY_RULE;
    }

    /** Tells whether it is a rule of a server: those are tried once for each URL. */
    boolean isInServer() {
      return this == REDIRECT_IN_SERVER
          || this == LEAD_OUT_IN_SERVER
          || this == REWRITE_IN_SERVER
          || this == REWRITE_URL_IN_SERVER;
    }

    private boolean isByUrl() {
      return this == REDIRECT_BY_URL || this == SLASH;
    }

    /** Tells whether it looks at the path of the URL, whatever a server's rule has made of it. */
    boolean asksUrl() {
      return isByUrl() || this == INDEX;
    }
  }

  /** A step without conditions, of which no more is known. */
  Step(Kind kind, Origin origin, int server, Language paths, Leads leads) {
    this(
        kind,
        origin,
        server,
        paths,
        Conditions.NONE,
        leads,
        Lengthening.UNKNOWN,
        Language.NONE,
        Barriers.NONE);
  }

  /** Returns the same step, of which more is known. */
  Step with(Lengthening known) {
    return new Step(kind, origin, server, paths, conditions, leads, known, first, barriers);
  }

  /** Returns those of some requests that come to it; empty if it surely leads none of them on. */
  Optional<Arrival> reaching(Arrival arrival, Suppositions suppositions) {
    return Optional.of(arrival)
        .filter(asked -> takes(asked, suppositions))
        .map(asked -> barriers.passing(asked, suppositions))
        .filter(passing -> barriers.isEmpty() || takes(passing, suppositions));
  }

  /** Tells whether it may lead some of the requests on. */
  boolean takes(Arrival arrival, Suppositions suppositions) {
    boolean again = arrival.by().filter(by -> by.kind().isInServer()).isPresent();
    boolean subrequest = arrival.by().filter(by -> by.kind() == Kind.INDEX).isPresent();
    return !(again && kind.isInServer())
        && !(subrequest && kind.passesSubrequests())
        && asked(arrival).meets(paths)
        && (conditions.isEmpty() || conditions.mayHold(within(arrival), suppositions));
  }

  /** Tells whether it may lead some of the requests on that the server has made of others. */
  boolean mayTakeLater(Arrival arrival) {
    return arrival.by().isPresent() && asked(arrival).meets(paths);
  }

  /** Returns where it leads those of the requests that it takes. */
  Target from(Arrival arrival) {
    return leads.from(within(arrival));
  }

  private Arrival within(Arrival arrival) {
    return kind.asksUrl() ? arrival.withUri(paths) : arrival.within(paths);
  }

  private Language asked(Arrival arrival) {
    return kind.asksUrl() ? arrival.uri() : arrival.place().paths();
  }

  /** A step is itself alone: comparing what it leads to would take longer than following it. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
