package org.redirlint.rule.promise;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redirlint.http.Url;
import org.redirlint.rule.Traces;
import org.redirlint.rule.request.UrlGlob;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Hop;

/** What is promised of a request and all that it is redirected to. */
public sealed interface Demand {

  /**
   * Statuses from here on say that there is nothing, or nothing to be had (RFC 9110 section 15).
   */
  int FIRST_ERROR = 400;

  /**
   * How a chain breaks a promise.
   *
   * @param hop the number of the request whose answer breaks it, from 0
   * @param last the number of the last request that is needed to show it
   * @param what what the request does, a phrase that follows it
   */
  record Breach(int hop, int last, String what) {}

  /** Returns how a chain breaks this; empty if it does not, or if that cannot be told. */
  Optional<Breach> breach(Chain chain);

  /** Returns what is promised, a phrase that follows "to". */
  String words();

  /**
   * The first answer is no redirect of these statuses.
   *
   * @param statuses the statuses, not empty
   */
  record Never(Set<Integer> statuses) implements Demand {
    public Never {
      statuses = Set.copyOf(statuses);
    }

    @Override
    public Optional<Breach> breach(Chain chain) {
      Hop first = chain.hops().get(0);
      return first.isRedirect()
              && first.reply().answer() instanceof Answer.Response<String> response
              && statuses.contains(response.status())
          ? Optional.of(new Breach(0, 0, "is answered " + response.status()))
          : Optional.empty();
    }

    @Override
    public String words() {
      return "never be answered "
          + new TreeSet<>(statuses)
              .stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
  }

  /**
   * All redirects lead to one of these URLs in the end. What the server refuses or does not have,
   * and what another server answers, tells nothing; neither does giving up within the server.
   *
   * @param goal the URLs
   * @param within how many redirects there may be until one of them is reached first, at least 1;
   *     any number if empty
   */
  record Reaches(UrlGlob goal, OptionalInt within) implements Demand {
    @Override
    public Optional<Breach> breach(Chain chain) {
      int last = chain.hops().size() - 1;
      if (chain.end().isEndless() && chain.end() != End.INTERNAL_LOOP) {
        return Optional.of(new Breach(last, last, "is redirected without end"));
      }
      Optional<Url> end = end(chain);
      if (end.isPresent() && !goal.fits(end.get())) {
        return Optional.of(new Breach(last, last, "ends at " + end.get()));
      }
      int needed = needed(chain);
      return within.isPresent() && needed > within.getAsInt()
          ? Optional.of(
              new Breach(
                  within.getAsInt() - 1, needed - 1, "takes " + Traces.count(needed, "redirect")))
          : Optional.empty();
    }

    /** Returns how many redirects lead to the goal first; 0 if none does. */
    private int needed(Chain chain) {
      if (chain.hops().get(0).url().filter(goal::fits).isPresent()) {
        return 0;
      }
      for (int i = 0; i < chain.hops().size(); i++) {
        if (chain.hops().get(i).target().filter(goal::fits).isPresent()) {
          return i + 1;
        }
      }
      return 0;
    }

    /** Returns where a chain is known to end. */
    private static Optional<Url> end(Chain chain) {
      Hop last = chain.last();
      return switch (chain.end()) {
        case EXTERNAL -> last.target();
        case RESPONSE ->
            last.reply().answer() instanceof Answer.Response<String> response
                    && response.status() < FIRST_ERROR
                ? last.url()
                : Optional.empty();
        case LOOP, GROWING, INTERNAL_LOOP, TOO_MANY, UNDETERMINED -> Optional.empty();
      };
    }

    @Override
    public String words() {
      return "reach "
          + goal
          + (within.isPresent() ? " within " + Traces.count(within.getAsInt(), "redirect") : "");
    }
  }

  /**
   * There are no more redirects than these.
   *
   * @param most how many there may be, at least 0
   */
  record Within(int most) implements Demand {
    @Override
    public Optional<Breach> breach(Chain chain) {
      if (chain.end() == End.INTERNAL_LOOP || chain.redirects() <= most) {
        return Optional.empty();
      }
      String many = Traces.count(chain.redirects(), "redirect");
      return Optional.of(
          new Breach(
              most,
              chain.hops().size() - 1,
              chain.end().isEndless() ? "is redirected without end" : "takes " + many));
    }

    @Override
    public String words() {
      return "take at most " + Traces.count(most, "redirect");
    }
  }

  /** No redirect leads to another host. */
  record Stays() implements Demand {
    @Override
    public Optional<Breach> breach(Chain chain) {
      Optional<Url> first = chain.hops().get(0).url();
      for (int i = 0; i < chain.hops().size(); i++) {
        Optional<Url> target = chain.hops().get(i).target();
        if (first.isPresent()
            && target.isPresent()
            && !target.get().host().equals(first.get().host())) {
          return Optional.of(new Breach(i, i, "leaves for " + target.get()));
        }
      }
      return Optional.empty();
    }

    @Override
    public String words() {
      return "stay at its host";
    }
  }
}
