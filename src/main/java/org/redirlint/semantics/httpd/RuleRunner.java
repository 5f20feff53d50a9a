package org.redirlint.semantics.httpd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.PrefixIndex.Candidates;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.httpd.RuleApplication.Applied;
import org.redirlint.semantics.httpd.RuleApplication.Result;

/**
 * Runs through a list of rules (apply_rewrite_list).
 *
 * @param <V> a value
 */
final class RuleRunner<V> {

  private static final int INTERNAL_ERROR = 500;

  private final Domain<V> domain;
  private final RuleApplication<V> application;

  RuleRunner(Domain<V> domain, RuleApplication<V> application) {
    this.domain = domain;
    this.application = application;
  }

  /** What a run came to. */
  enum Change {
    /** No rule has changed anything. */
    NONE,
    /** The URL-path was rewritten. */
    NORMAL,
    /** The URL-path was rewritten and is not to be escaped. */
    NO_ESCAPE,
    /** A status was forced; the request is under way as before. */
    STATUS,
    /** The request was refused; unlike a forced status, this one stays. */
    REFUSED
  }

  /**
   * A run that has ended.
   *
   * @param state the state behind it
   * @param change what it came to
   * @param last the last rule that matched; empty if none did
   * @param substituted the last rule that put in a substitution
   */
  record Ran<V>(
      State<V> state,
      Change change,
      Optional<RewriteRule> last,
      Optional<RewriteRule> substituted) {

    boolean has(Switch name) {
      return last.isPresent() && last.get().has(name);
    }
  }

  /** A run under way. */
  private record Position<V>(
      State<V> state,
      Optional<Tried<V>> tried,
      int index,
      Rounds<V> rounds,
      Change change,
      Optional<RewriteRule> substituted) {

    Position<V> to(int next) {
      return new Position<>(state, tried, next, rounds, change, substituted);
    }

    Ran<V> ran(Change ended, Optional<RewriteRule> last) {
      return new Ran<>(state, ended, last, substituted);
    }
  }

  /** The URL-path rules are tried with, and which of them it can match. */
  private record Tried<V>(V uri, Candidates candidates) {}

  /** Runs through the rules of a context. */
  List<Ran<V>> run(State<V> state, RewriteContext context) {
    List<Ran<V>> ended = new ArrayList<>();
    Deque<Position<V>> open = new ArrayDeque<>();
    open.push(
        new Position<>(
            state, Optional.empty(), 0, Rounds.first(state), Change.NONE, Optional.empty()));
    while (!open.isEmpty()) {
      Position<V> position = open.pop();
      if (position.tried().isEmpty()) {
        look(position, context).forEach(open::push);
        continue;
      }
      int index = position.tried().get().candidates().from(position.index());
      if (index < 0) {
        ended.add(position.ran(position.change(), Optional.empty()));
        continue;
      }
      RewriteRule rule = context.rules().rules().get(index);
      boolean passedOver =
          position.state().progress().isSubrequest()
              && (rule.has(Switch.NO_SUBREQUEST) || rule.has(Switch.REDIRECT));
      if (passedOver) {
        open.push(position.to(index + 1));
        continue;
      }
      V uri = position.tried().get().uri();
      State<V> tried =
          position.state().with(position.state().work().tried(rule, domain.length(uri)));
      for (Applied<V> applied : application.apply(tried, rule, uri, context)) {
        next(position, applied, rule, index, context, open, ended);
      }
    }
    return ended;
  }

  private List<Position<V>> look(Position<V> position, RewriteContext context) {
    return Branches.then(
        application.subject(position.state(), context.directory()),
        subject ->
            Branches.then(
                domain.classify(
                    Classifier.among(
                        List.of(context.rules().index().everything()),
                        context.rules().index()::candidates),
                    subject.value()),
                side ->
                    List.of(
                        new Position<>(
                            subject.state(),
                            Optional.of(new Tried<>(side.value(), side.result())),
                            position.index(),
                            position.rounds(),
                            position.change(),
                            position.substituted()))));
  }

  private void next(
      Position<V> position,
      Applied<V> applied,
      RewriteRule rule,
      int index,
      RewriteContext context,
      Deque<Position<V>> open,
      List<Ran<V>> ended) {
    Position<V> at =
        new Position<>(
            applied.state(),
            applied.result() == Result.SUBSTITUTED ? Optional.empty() : position.tried(),
            index + 1,
            position.rounds(),
            position.change(),
            position.substituted());
    if (applied.result() == Result.NO_MATCH) {
      open.push(at.to(behindChain(context.rules().rules(), index)));
      return;
    }
    if (isTooLong(applied.state())) {
      ended.add(failed(at, rule));
      return;
    }
    if (applied.result() == Result.REFUSED) {
      ended.add(at.ran(Change.REFUSED, Optional.of(rule)));
      return;
    }
    if (rule.has(Switch.STATUS)) {
      ended.add(at.ran(Change.STATUS, Optional.of(rule)));
      return;
    }
    if (applied.result() == Result.SUBSTITUTED) {
      at =
          new Position<>(
              at.state(),
              at.tried(),
              at.index(),
              at.rounds(),
              rule.has(Switch.NO_ESCAPE) ? Change.NO_ESCAPE : Change.NORMAL,
              Optional.of(rule));
    }
    if (rule.has(Switch.PASS_THROUGH)) {
      ended.add(at.ran(Change.NORMAL, Optional.of(rule)));
    } else if (rule.has(Switch.END)) {
      Position<V> over =
          new Position<>(
              at.state().with(at.state().progress().ended()),
              at.tried(),
              at.index(),
              at.rounds(),
              at.change(),
              at.substituted());
      ended.add(over.ran(at.change(), Optional.of(rule)));
    } else if (rule.has(Switch.PROXY) || rule.has(Switch.LAST)) {
      ended.add(at.ran(at.change(), Optional.of(rule)));
    } else if (rule.has(Switch.NEXT)) {
      boolean endless = at.rounds().comesBack(at.state());
      if (endless || at.rounds().number() + 1 >= rule.flags().rounds()) {
        ended.add(failed(at, rule));
      } else {
        open.push(
            new Position<>(
                at.state(),
                at.tried(),
                0,
                at.rounds().next(at.state(), rule),
                at.change(),
                at.substituted()));
      }
    } else {
      open.push(at.to(index + 1 + Math.max(0, rule.flags().skip())));
    }
  }

  private Ran<V> failed(Position<V> position, RewriteRule rule) {
    return new Ran<>(
        position
            .state()
            .withStatus(INTERNAL_ERROR)
            .note(rule.origin(), "too long, or too many rounds"),
        Change.STATUS,
        Optional.of(rule),
        position.substituted());
  }

  private boolean isTooLong(State<V> state) {
    int longest = 2 * state.host().options().longestRequestLine();
    Classifier<Boolean> longer =
        state.settings().errorDocuments().containsKey(INTERNAL_ERROR)
            ? Tests.longerThan(longest)
            : Tests.longerThanMost(longest);
    return domain.classify(longer, state.resource().filename().orElse(domain.literal(""))).stream()
        .anyMatch(Domain.Side::result);
  }

  private static int behindChain(List<RewriteRule> rules, int index) {
    int at = index;
    while (at < rules.size() && rules.get(at).has(Switch.CHAIN)) {
      at++;
    }
    return at + 1;
  }
}
