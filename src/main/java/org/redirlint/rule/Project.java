package org.redirlint.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.ast.Placeholders;
import org.redirlint.diagnostic.Problem;
import org.redirlint.regex.Lazy;
import org.redirlint.source.Origin;

/** All that rules may look at: one site and its files, or several together. */
public final class Project {

  /** Stands for the files that are in no site: no file has this path. */
  private static final String IN_NO_SITE = "";

  private final List<LoadedConfiguration> configurations;
  private final List<SiteAnalysis> sites;
  private final List<Problem> problems;
  private final Annotations annotations;
  private final Supplier<LocalDate> today;
  private final Lazy<Sightings> sightings = new Lazy<>(() -> Sightings.of(this));
  private final Placeholders placeholders;
  private final Lazy<List<DirectiveNames>> byName = new Lazy<>(this::byName);
  private final Map<Class<?>, List<?>> lookedUp = new ConcurrentHashMap<>();
  private final Lazy<DirectiveIndex> byPlace = new Lazy<>(this::byPlace);

  /**
   * Takes what is known.
   *
   * @param configurations the configurations, each with its includes
   * @param sites what is known of the requests to each site
   * @param problems what could not be read or loaded
   * @param placeholders what templates leave to be filled
   * @param annotations what comments say to redirlint
   * @param today tells the day on which promises are measured
   */
  public Project(
      List<LoadedConfiguration> configurations,
      List<SiteAnalysis> sites,
      List<Problem> problems,
      Placeholders placeholders,
      Annotations annotations,
      Supplier<LocalDate> today) {
    this.configurations = List.copyOf(configurations);
    this.sites = List.copyOf(sites);
    this.problems = List.copyOf(problems);
    this.annotations = annotations;
    this.today = today;
    this.placeholders = placeholders;
  }

  /** Returns the configurations, each with its includes. */
  public List<LoadedConfiguration> configurations() {
    return configurations;
  }

  /** Returns what is known of the requests to each site. */
  public List<SiteAnalysis> sites() {
    return sites;
  }

  /**
   * Returns each site by itself, with its files and what is wrong with them: what holds for one is
   * nothing to the requests of another. A file of several sites is a part of each; files that are
   * in none, and problems of such, come with the first.
   */
  public List<Project> parts() {
    if (sites.size() < 2) {
      return List.of(this);
    }
    Set<String> known = sites.stream().flatMap(site -> site.files().stream()).collect(toSet());
    UnaryOperator<String> part = file -> known.contains(file) ? file : IN_NO_SITE;
    Map<String, List<LoadedConfiguration>> files =
        configurations.stream()
            .collect(groupingBy(file -> part.apply(file.main().source().path())));
    Map<String, List<Problem>> wrong =
        problems.stream().collect(groupingBy(problem -> part.apply(mainFile(problem.origin()))));
    List<Project> parts = new ArrayList<>();
    for (SiteAnalysis site : sites) {
      List<String> own = new ArrayList<>(site.files().stream().sorted().toList());
      if (parts.isEmpty()) {
        own.add(IN_NO_SITE);
      }
      parts.add(
          new Project(
              own.stream().flatMap(file -> files.getOrDefault(file, List.of()).stream()).toList(),
              List.of(site),
              own.stream().flatMap(file -> wrong.getOrDefault(file, List.of()).stream()).toList(),
              placeholders,
              annotations,
              today));
    }
    return List.copyOf(parts);
  }

  /** Returns what comments say to redirlint. */
  public Annotations annotations() {
    return annotations;
  }

  /** Returns the day on which promises are measured. */
  public LocalDate today() {
    return today.get();
  }

  /** Returns the requests that directives were seen to act on, looked up once for all rules. */
  public Sightings sightings() {
    return sightings.get();
  }

  /**
   * Returns every directive of one of these names, in the servers' order; case does not matter. It
   * returns none whose words will be others as soon as a template is filled.
   */
  public Stream<Occurrence> directives(String... names) {
    return filled(byName.get().stream().flatMap(directives -> directives.named(names)));
  }

  /**
   * Returns every directive that is wanted, in the servers' order; none whose words will be others
   * as soon as a template is filled.
   */
  public Stream<Occurrence> directives(Predicate<LoadedDirective> wanted) {
    return filled(byName.get().stream().flatMap(directives -> directives.all().stream()))
        .filter(at -> wanted.test(at.directive()));
  }

  /**
   * Returns what several rules need to know of the directives, looked up once for all of them.
   *
   * @param kind what is looked up
   */
  public <T> Stream<T> once(Class<T> kind, Function<Project, List<T>> lookUp) {
    return lookedUp.computeIfAbsent(kind, absent -> lookUp.apply(this)).stream().map(kind::cast);
  }

  private Stream<Occurrence> filled(Stream<Occurrence> directives) {
    return directives.filter(at -> !placeholders.scramble(at.directive()));
  }

  /**
   * Tells whether what stands at a place is not what the server reads: it replaces a variable
   * first, or something else fills a placeholder.
   */
  public boolean isReplaced(Origin place) {
    return place.file().text(place.span()).contains("${")
        || placeholders.concerning(place).isPresent();
  }

  /** Returns the directive at a place. */
  public Optional<Occurrence> at(Origin place) {
    return byPlace.get().at(place);
  }

  /** Returns the conditions of the rewrite rule at a place, in their order. */
  public List<LoadedDirective> conditionsOf(Origin rule) {
    return byPlace.get().conditionsOf(rule);
  }

  private static String mainFile(Origin origin) {
    return origin.includedBy().map(Project::mainFile).orElseGet(() -> origin.file().path());
  }

  private List<DirectiveNames> byName() {
    return configurations.stream().map(DirectiveNames::new).toList();
  }

  private DirectiveIndex byPlace() {
    DirectiveIndex made = new DirectiveIndex();
    byName.get().forEach(directives -> made.add(directives.all()));
    return made;
  }

  /** Returns the problems that the rule of this id reports. */
  public Stream<Problem> problems(String rule) {
    return problems.stream().filter(problem -> problem.rule().equals(rule));
  }
}
