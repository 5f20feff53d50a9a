package org.redirlint.lint;

import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.diagnostic.Problem;
import org.redirlint.lint.ConfigurationLoader.Loaded;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.site.Gateways;
import org.redirlint.site.Knowledge;
import org.redirlint.site.Target;
import org.redirlint.site.Targets;

/**
 * The one site that is asked for its answers, as the settings of its project describe it.
 *
 * @param target the server, with those behind it
 * @param knowledge what is known besides the configuration
 * @param problems what could not be read, and what the server would refuse
 */
public record AskedSite(Target target, Knowledge knowledge, List<Problem> problems) {

  public AskedSite {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a site and makes it ready. Where settings name the files of a site, others are none of
   * it.
   *
   * @param guessed what is supposed where neither the request nor the settings know it
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if settings say something wrong
   * @throws IllegalArgumentException if there is no site, more than one, or one that cannot be
   *     asked
   */
  public static AskedSite of(LintRequest request, SettingsFinder finder, Knowledge guessed) {
    List<Group> groups = Group.of(request, finder);
    List<Group> sites = groups.stream().filter(group -> group.site().isPresent()).toList();
    if (sites.size() > 1) {
      throw new IllegalArgumentException(
          "the files are those of " + sites.size() + " sites: name the files of one of them");
    }
    List<InputFile> files =
        (sites.isEmpty() ? groups : sites).stream().flatMap(g -> g.files().stream()).toList();
    Knowledge settled =
        sites.stream().map(Group::knowledge).reduce(request.knowledge(), Knowledge::or);
    LintRequest part = request.with(settled.or(guessed));
    Loaded loaded = ConfigurationLoader.load(part, files, Progress.NONE);
    Map<Address, List<String>> backends =
        sites.isEmpty()
            ? Map.of()
            : sites.get(0).backends(loaded.documents(), request.workingFolder());
    Target target = target(part, request.with(settled), loaded.configurations(), backends);
    return new AskedSite(
        target,
        part.knowledge(),
        Stream.concat(loaded.problems().stream(), target.problems().stream()).toList());
  }

  /**
   * Servers that others hand requests on to are asked by these alone, and nothing is guessed of
   * them.
   */
  private static Target target(
      LintRequest request,
      LintRequest unguessed,
      List<LoadedConfiguration> configurations,
      Map<Address, List<String>> backends) {
    Set<String> behind =
        backends.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    Map<Boolean, List<LoadedConfiguration>> parts =
        configurations.stream()
            .collect(partitioningBy(part -> behind.contains(part.main().source().path())));
    List<LoadedConfiguration> asked = parts.getOrDefault(false, List.of());
    if (asked.isEmpty()) {
      return Target.of(configurations, request.knowledge(), request.contents());
    }
    List<Target> targets = new ArrayList<>();
    targets.add(Target.of(asked, request.knowledge(), request.contents()));
    targets.addAll(
        Targets.of(
            parts.getOrDefault(true, List.of()), unguessed.knowledge(), unguessed.contents()));
    return Gateways.joined(targets, backends).get(0);
  }
}
