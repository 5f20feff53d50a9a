package org.redirlint.analysis.search;

import java.util.Set;
import java.util.function.Predicate;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;

/** The simulator, asked to answer trials and to follow where they are redirected. */
final class Replays {

  private static final int MOST_HOPS = 24;

  private final SupposedFiles files;
  private final Strings strings;
  private final Simulator simulator;
  private final Set<String> ownHosts;
  private final Predicate<Url> serves;

  /**
   * Takes the simulator.
   *
   * @param files what the simulator is told of files
   * @param strings how texts are looked at
   * @param ownHosts further hosts that lead back to the site, in lower case
   * @param serves tells which hosts lead back besides
   */
  Replays(
      SupposedFiles files,
      Strings strings,
      Simulator simulator,
      Set<String> ownHosts,
      Predicate<Url> serves) {
    this.files = files;
    this.strings = strings;
    this.simulator = simulator;
    this.ownHosts = Set.copyOf(ownHosts);
    this.serves = serves;
  }

  /** Returns how chains are followed to their end. */
  static Follower.Options following(Set<String> ownHosts, boolean behindProxy) {
    return new Follower.Options(true, MOST_HOPS, ownHosts, behindProxy);
  }

  /** Returns one request with its answer, as a chain of one hop. */
  Chain once(Trial trial) {
    return of(simulator, trial, new Follower.Options(false, 1, ownHosts, false));
  }

  /**
   * Returns a request and everything it is redirected to.
   *
   * @param behindProxy whether somebody else ends TLS and hands the request on
   */
  Chain chain(Trial trial, boolean behindProxy) {
    return of(simulator, trial, following(ownHosts, behindProxy));
  }

  /** Returns the same of another site in the place of this one. */
  Chain chain(Site other, Trial trial, boolean behindProxy) {
    return of(other.simulator(files, strings), trial, following(ownHosts, behindProxy));
  }

  private Chain of(Simulator answering, Trial trial, Follower.Options options) {
    files.suppose(trial.files());
    return new Follower(new Served(answering), options)
        .follow(trial.method(), trial.url(), trial.fields());
  }

  /** A simulator of a site to which all hosts lead that are known to be its own. */
  private final class Served implements Simulator {
    private final Simulator answering;

    Served(Simulator answering) {
      this.answering = answering;
    }

    @Override
    public Reply answer(Request request) {
      return answering.answer(request);
    }

    @Override
    public boolean serves(Url url) {
      return serves.test(url);
    }
  }
}
