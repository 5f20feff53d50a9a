package org.redirlint.semantics;

import java.util.List;

/**
 * A request and everything it is redirected to.
 *
 * @param hops the requests and answers, at least one
 * @param end how it ends
 * @param reason why it ends so, a clause
 */
public record Chain(List<Hop> hops, End end, String reason) {

  public Chain {
    hops = List.copyOf(hops);
  }

  /** Returns the last request and its answer. */
  public Hop last() {
    return hops.get(hops.size() - 1);
  }

  /** Returns how many of the answers redirect to another URL. */
  public int redirects() {
    return (int) hops.stream().filter(hop -> hop.target().isPresent()).count();
  }

  /** How a chain of redirects ends. */
  public enum End {
    /** With an answer that is no redirect. */
    RESPONSE("response"),
    /** With a redirect to somewhere else. */
    EXTERNAL("external"),
    /** With a redirect to a URL that was already visited. */
    LOOP("loop"),
    /** Never: the same redirects make the URL longer each time. */
    GROWING("growing"),
    /** In the server, which gave up redirecting internally. */
    INTERNAL_LOOP("internal-loop"),
    /** With more redirects than are followed. */
    TOO_MANY("too-many"),
    /** Nobody can tell. */
    UNDETERMINED("undetermined");

    private final String word;

    End(String word) {
      this.word = word;
    }

    /** Tells whether the chain was seen to have no end. */
    public boolean isEndless() {
      return this == LOOP || this == GROWING || this == INTERNAL_LOOP;
    }

    /** Returns the end in one word, as reports name it. */
    public String word() {
      return word;
    }
  }
}
