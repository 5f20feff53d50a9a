package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Hop;

/**
 * Asks a site's server what it answers to requests of somebody's own making: often variations of
 * one that was {@linkplain Observed#trial tried} already. What is known of files holds; what is not
 * known is as the trial supposes, and where it supposes nothing, there is nothing.
 */
public final class Inquiry {

  private final Replays replays;
  private final SupposedFiles files;
  private final Predicate<String> constant;
  private final Function<Chain, List<Assumption>> unnamedHosts;
  private final List<Assumption> always;
  private final Predicate<String> leadsHere;
  private final boolean tlsUpstream;

  /**
   * Takes the server.
   *
   * @param files what the server is told of files
   * @param constant tells whether the configuration names a path, whatever the request
   * @param unnamedHosts what has to be so of the hosts of a chain
   * @param always what has to be so for every answer
   * @param leadsHere tells whether requests to a host may come to the site
   * @param tlsUpstream whether TLS is known to end before the server
   */
  Inquiry(
      Replays replays,
      SupposedFiles files,
      Predicate<String> constant,
      Function<Chain, List<Assumption>> unnamedHosts,
      List<Assumption> always,
      Predicate<String> leadsHere,
      boolean tlsUpstream) {
    this.replays = replays;
    this.files = files;
    this.constant = constant;
    this.unnamedHosts = unnamedHosts;
    this.always = List.copyOf(always);
    this.leadsHere = leadsHere;
    this.tlsUpstream = tlsUpstream;
  }

  Inquiry assuming(Assumption more) {
    List<Assumption> all = new ArrayList<>(always);
    all.add(more);
    return new Inquiry(replays, files, constant, unnamedHosts, all, leadsHere, tlsUpstream);
  }

  /** Returns a request with its answer alone: whether a variation is worth a closer look. */
  public Hop answer(Trial trial) {
    return replays.once(trial).hops().get(0);
  }

  /** Returns a request with its answer, a chain of one hop, and the assumptions this needs. */
  public Observed ask(Trial trial) {
    return observed(trial, replays::once, Inquiry::differs);
  }

  /**
   * Returns a request, everything a browser is redirected to, and the assumptions this needs.
   *
   * @see Chain#end()
   */
  public Observed follow(Trial trial) {
    return observed(trial, other -> replays.chain(other, false), Inquiry::differs);
  }

  /** Tells whether requests to a host may come to the site. */
  public boolean leadsHere(String host) {
    return leadsHere.test(host);
  }

  /**
   * Returns a request and everything a browser is redirected to, where TLS ends as it is known to:
   * whether a closer look is worth it.
   */
  public Chain chain(Trial trial) {
    return replays.chain(trial, tlsUpstream);
  }

  /**
   * Returns the same with the assumptions it needs to show something.
   *
   * @param shows tells whether a chain shows it; this one does
   */
  public Observed show(Trial trial, Predicate<Chain> shows) {
    return observed(trial, this::chain, (now, chain) -> !shows.test(now));
  }

  private Observed observed(
      Trial trial, Function<Trial, Chain> replay, BiPredicate<Chain, Chain> differs) {
    Chain chain = replay.apply(trial);
    Map<String, FileStatus> asked = files.asked();
    return new Observed(
        trial,
        chain,
        () -> {
          List<Assumption> assumptions = new ArrayList<>(always);
          assumptions.addAll(new Necessity(replay, differs, constant).of(trial, chain, asked));
          if (chain.hops().size() > 1) {
            assumptions.addAll(unnamedHosts.apply(chain));
          }
          return assumptions;
        });
  }

  private static boolean differs(Chain now, Chain chain) {
    return !answers(now).equals(answers(chain));
  }

  /** What the body of an answer is made of tells nobody where he is sent. */
  private static List<Object> answers(Chain chain) {
    List<Object> answers = new ArrayList<>();
    for (Hop hop : chain.hops()) {
      Answer<String> answer = hop.reply().answer();
      answers.add(
          answer instanceof Answer.Response<String> response
              ? List.of(response.status(), response.location())
              : answer);
    }
    return answers;
  }
}
