package org.redirlint.analysis;

import java.util.List;
import java.util.SortedSet;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.NginxSystem;

/**
 * Attempts to prove that an nginx redirects no request without end. Where only requests go in
 * circles for which a file is missing that the configuration names, it is supposed to be there;
 * where nothing is decided, that no directory has the name of such a file. Attempts remember what
 * those before have worked out, and together they work out no more than one may.
 */
final class Attempts {

  /** How many files are supposed to be there. */
  private static final int MOST_FILES = 8;

  private final AllRequests requests;
  private final NginxConfiguration configuration;
  private final Facts facts;
  private final SortedSet<String> names;
  private final Budget budget = new Budget();
  private final Memory memory = new Memory(budget);

  /**
   * Takes what is to be proved.
   *
   * @param requests the requests
   * @param configuration the configuration
   * @param facts what is known of the world
   */
  Attempts(AllRequests requests, NginxConfiguration configuration, Facts facts) {
    this.requests = requests;
    this.configuration = configuration;
    this.facts = facts;
    this.names = NamedFiles.of(configuration);
  }

  /**
   * What came of an attempt.
   *
   * @param dependsOnDirectories whether it may be another where no directory has one of the names
   * @param leavesOutBackslashes whether targets with backslashes were left out
   */
  private record Result(
      Verdict verdict, boolean dependsOnDirectories, boolean leavesOutBackslashes) {}

  /** Returns the proof that supposes least; if there is none, what is found without supposing. */
  Verdict decide() {
    Supposed supposed = Supposed.NOTHING;
    Result first = attempt(supposed);
    Result last = first;
    while (!(last.verdict() instanceof Verdict.LoopFree)) {
      Supposed more = more(supposed, last);
      if (more.equals(supposed) || more.files().size() > MOST_FILES) {
        return first.verdict();
      }
      supposed = more;
      last = attempt(supposed);
    }
    return withBackslashes((Verdict.LoopFree) last.verdict(), last, supposed)
        .supposing(supposed.clauses());
  }

  /** Returns a proof that holds for targets with backslashes, too, or one that leaves them out. */
  private Verdict.LoopFree withBackslashes(
      Verdict.LoopFree proof, Result result, Supposed supposed) {
    if (!result.leavesOutBackslashes()) {
      return proof;
    }
    return attempt(supposed, Backslashes.followed()).verdict() instanceof Verdict.LoopFree all
        ? all
        : proof.supposing(List.of(Backslashes.SUPPOSITION));
  }

  private Result attempt(Supposed supposed) {
    return attempt(supposed, Backslashes.leftOut());
  }

  private Result attempt(Supposed supposed, Backslashes backslashes) {
    World world = new World(facts, supposed);
    Attempt attempt = new Attempt(budget, notYetSupposed(supposed));
    try {
      Verdict verdict =
          requests.decide(
              attempt,
              memory,
              world,
              backslashes,
              domain -> new NginxSystem<>(domain, world, configuration),
              files -> new NginxSimulator(configuration, files));
      return new Result(verdict, attempt.dependsOnDirectories(), backslashes.wereLeftOut());
    } catch (LanguageTooLargeException tooLarge) {
      return new Result(
          new Verdict.Undecided("the requests cannot be told apart any more"), false, false);
    }
  }

  /** Returns the paths at which no directory is supposed to be in a later attempt. */
  private List<TextSet> notYetSupposed(Supposed supposed) {
    return supposed.names().isEmpty() ? supposed.withNames(names).withoutDirectories() : List.of();
  }

  private Supposed more(Supposed supposed, Result last) {
    Supposed more = withMissing(supposed, last.verdict());
    return more.equals(supposed) && last.dependsOnDirectories() && !isCertain(last.verdict())
        ? supposed.withNames(names)
        : more;
  }

  private static Supposed withMissing(Supposed supposed, Verdict verdict) {
    Supposed more = supposed;
    if (verdict instanceof Verdict.Loops loops) {
      for (Witness witness : loops.witnesses()) {
        more = more.withFiles(witness.missing());
      }
    }
    return more;
  }

  private static boolean isCertain(Verdict verdict) {
    return verdict instanceof Verdict.Loops loops
        && loops.witnesses().stream().anyMatch(witness -> witness.assumptions().isEmpty());
  }
}
