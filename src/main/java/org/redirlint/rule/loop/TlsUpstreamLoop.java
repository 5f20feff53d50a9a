package org.redirlint.rule.loop;

import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each https test that sends requests in circles once TLS ends before the server. */
public final class TlsUpstreamLoop implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(TlsUpstreamLoop::check);
  }

  private static Stream<Finding> check(SiteAnalysis site) {
    return Endless.findings(site.search().behindTls().stream())
        .map(
            finding ->
                site.tlsUpstream() && finding.assumptions().isEmpty()
                    ? finding.as(Severity.ERROR)
                    : finding);
  }
}
