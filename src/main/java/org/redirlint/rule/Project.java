package org.redirlint.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Problem;

/**
 * All that rules may look at.
 *
 * @param configurations the configurations, each with its includes
 * @param sites what is known of the requests to each site
 * @param problems what could not be read or loaded
 * @param annotations what comments say to redirlint
 * @param today the day on which promises are measured
 */
public record Project(
    List<LoadedConfiguration> configurations,
    List<SiteAnalysis> sites,
    List<Problem> problems,
    Annotations annotations,
    LocalDate today) {

  public Project {
    configurations = List.copyOf(configurations);
    sites = List.copyOf(sites);
    problems = List.copyOf(problems);
  }

  /** Returns every directive of one of these names, in the servers' order; case does not matter. */
  public Stream<Occurrence> directives(String... names) {
    List<Occurrence> found = new ArrayList<>();
    for (LoadedConfiguration configuration : configurations) {
      collect(configuration, configuration.directives(), List.of(), names, found);
    }
    return found.stream();
  }

  /** Returns the problems that the rule of this id reports. */
  public Stream<Problem> problems(String rule) {
    return problems.stream().filter(problem -> problem.rule().equals(rule));
  }

  private static void collect(
      LoadedConfiguration configuration,
      List<LoadedDirective> directives,
      List<LoadedDirective> enclosing,
      String[] names,
      List<Occurrence> found) {
    for (LoadedDirective directive : directives) {
      for (String name : names) {
        if (directive.is(name)) {
          found.add(new Occurrence(directive, enclosing, configuration));
        }
      }
      if (!directive.body().isEmpty()) {
        List<LoadedDirective> inside = new ArrayList<>(enclosing);
        inside.add(directive);
        collect(configuration, directive.body(), List.copyOf(inside), names, found);
      }
    }
  }
}
