package org.redirlint.judge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.analysis.NginxAnalysis;
import org.redirlint.analysis.Verdict;
import org.redirlint.analysis.graph.GraphProof;
import org.redirlint.analysis.graph.HttpdGraph;
import org.redirlint.analysis.search.HttpdSite;
import org.redirlint.analysis.search.NginxSite;
import org.redirlint.ast.Dialect;
import org.redirlint.http.Url;
import org.redirlint.lint.ConfigurationLoader;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.site.Knowledge;
import org.redirlint.site.Target;
import org.redirlint.site.Targets;
import org.redirlint.source.SourceFile;

/**
 * A proof that a configuration is loop-free, as {@code check} makes it, but also of the hosts that
 * {@code check} takes for others' hosts after a search.
 *
 * @param target the configuration
 * @param longest how many redirects in a row lead back at most; empty if that is not known
 */
public record Proof(Target target, OptionalInt longest) {

  /** What holds on the disks that requests are answered from here. */
  private static final List<String> HOLDING = List.of("no directory is called index.html");

  /**
   * Proves a configuration loop-free; empty if that is not so, or only proved of a world that is
   * supposed.
   */
  public static Optional<Proof> of(String text, Dialect dialect, Knowledge knowledge) {
    LintRequest request =
        new LintRequest(
            Path.of("").toAbsolutePath(),
            List.of(),
            Optional.of(SourceFile.of("server.conf", text)),
            Optional.of(dialect),
            knowledge,
            List.of(),
            LocalDate.EPOCH);
    Target target =
        Targets.of(
                ConfigurationLoader.load(request, Progress.NONE).configurations(),
                knowledge,
                request.contents())
            .get(0);
    if (target.site() instanceof NginxSite nginx) {
      Verdict verdict =
          NginxAnalysis.decide(nginx.configuration(), target.facts(), Set.of(), Set.of());
      return verdict instanceof Verdict.LoopFree proof && HOLDING.containsAll(proof.suppositions())
          ? Optional.of(new Proof(target, proof.longestChain()))
          : Optional.empty();
    }
    GraphProof verdict =
        HttpdGraph.decide(((HttpdSite) target.site()).configuration(), Set.of(), Set.of());
    return verdict instanceof GraphProof.Ends proof && proof.suppositions().isEmpty()
        ? Optional.of(new Proof(target, proof.longestChain()))
        : Optional.empty();
  }

  /**
   * Tells whether a URL leads back, where a chain began at another. A server that calls itself by
   * its pattern of names, with an asterisk in it, sends clients to a host that nobody has.
   *
   * @param first the host where it began
   */
  public boolean leadsBack(Url url, String first) {
    return url.host().indexOf('*') < 0
        && (url.host().equals(first) || target.simulator().serves(url));
  }
}
