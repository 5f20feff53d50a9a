package org.redirlint.lint;

import java.util.Collection;
import java.util.List;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Problem;

/**
 * What a check found, and what it knows besides.
 *
 * @param result what was found
 * @param sites what is known of the requests to each site
 * @param documents all files that were read
 * @param problems what could not be read or included
 */
public record Inspection(
    CheckResult result,
    List<SiteAnalysis> sites,
    Collection<Document> documents,
    List<Problem> problems) {

  /** Takes copies. */
  public Inspection {
    sites = List.copyOf(sites);
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }
}
