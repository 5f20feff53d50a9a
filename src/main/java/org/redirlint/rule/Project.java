package org.redirlint.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.ast.Placeholders;
import org.redirlint.diagnostic.Problem;
import org.redirlint.regex.Lazy;
import org.redirlint.source.Origin;

/** All that rules may look at. */
public final class Project {

  private final List<LoadedConfiguration> configurations;
  private final List<SiteAnalysis> sites;
  private final List<Problem> problems;
  private final Annotations annotations;
  private final LocalDate today;
  private final Lazy<Sightings> sightings = new Lazy<>(() -> Sightings.of(this));
  private final Lazy<Placeholders> placeholders;
  private final Lazy<DirectiveIndex> index = new Lazy<>(this::index);

  /**
   * Takes what is known.
   *
   * @param configurations the configurations, each with its includes
   * @param sites what is known of the requests to each site
   * @param problems what could not be read or loaded
   * @param annotations what comments say to redirlint
   * @param today the day on which promises are measured
   */
  public Project(
      List<LoadedConfiguration> configurations,
      List<SiteAnalysis> sites,
      List<Problem> problems,
      Annotations annotations,
      LocalDate today) {
    this.configurations = List.copyOf(configurations);
    this.sites = List.copyOf(sites);
    this.problems = List.copyOf(problems);
    this.annotations = annotations;
    this.today = today;
    this.placeholders = new Lazy<>(() -> Placeholders.of(this.configurations));
  }

  /** Returns the configurations, each with its includes. */
  public List<LoadedConfiguration> configurations() {
    return configurations;
  }

  /** Returns what is known of the requests to each site. */
  public List<SiteAnalysis> sites() {
    return sites;
  }

  /** Returns what comments say to redirlint. */
  public Annotations annotations() {
    return annotations;
  }

  /** Returns the day on which promises are measured. */
  public LocalDate today() {
    return today;
  }

  /** Returns the requests that directives were seen to act on, looked up once for all rules. */
  public Sightings sightings() {
    return sightings.get();
  }

  /** Returns every directive of one of these names, in the servers' order; case does not matter. */
  public Stream<Occurrence> directives(String... names) {
    return directives(directive -> Stream.of(names).anyMatch(directive::is));
  }

  /**
   * Returns every directive that is wanted, in the servers' order; none whose words will be others
   * as soon as a template is filled.
   */
  public Stream<Occurrence> directives(Predicate<LoadedDirective> wanted) {
    List<Occurrence> found = new ArrayList<>();
    for (LoadedConfiguration configuration : configurations) {
      collect(configuration, configuration.directives(), List.of(), wanted, found);
    }
    return found.stream().filter(at -> !placeholders.get().scramble(at.directive()));
  }

  /**
   * Tells whether what stands at a place is not what the server reads: it replaces a variable
   * first, or something else fills a placeholder.
   */
  public boolean isReplaced(Origin place) {
    return place.file().text(place.span()).contains("${")
        || placeholders.get().concerning(place).isPresent();
  }

  /** Returns the directive at a place. */
  public Optional<Occurrence> at(Origin place) {
    return index.get().at(place);
  }

  /** Returns the conditions of the rewrite rule at a place, in their order. */
  public List<LoadedDirective> conditionsOf(Origin rule) {
    return index.get().conditionsOf(rule);
  }

  private DirectiveIndex index() {
    DirectiveIndex made = new DirectiveIndex();
    for (LoadedConfiguration configuration : configurations) {
      List<Occurrence> all = new ArrayList<>();
      collect(configuration, configuration.directives(), List.of(), any -> true, all);
      made.add(all);
    }
    return made;
  }

  /** Returns the problems that the rule of this id reports. */
  public Stream<Problem> problems(String rule) {
    return problems.stream().filter(problem -> problem.rule().equals(rule));
  }

  private static void collect(
      LoadedConfiguration configuration,
      List<LoadedDirective> directives,
      List<LoadedDirective> enclosing,
      Predicate<LoadedDirective> wanted,
      List<Occurrence> found) {
    for (LoadedDirective directive : directives) {
      if (wanted.test(directive)) {
        found.add(new Occurrence(directive, enclosing, configuration));
      }
      if (!directive.body().isEmpty()) {
        List<LoadedDirective> inside = new ArrayList<>(enclosing);
        inside.add(directive);
        collect(configuration, directive.body(), List.copyOf(inside), wanted, found);
      }
    }
  }
}
