package org.redirlint.lint.settings;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.redirlint.ruleset.ConfiguredRule;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.ruleset.yaml.Names;

/**
 * The rules that whoever runs a check asks for, whatever the project's settings say.
 *
 * @param ruleset the ruleset instead of the project's
 * @param only the only rules to check; all of the ruleset if there are none
 * @param without rules to leave out
 * @param others whether the other rules are checked beside the only ones after all
 */
public record RuleSelection(
    Optional<String> ruleset, Set<String> only, Set<String> without, boolean others) {

  /** What the project's settings say. */
  public static final RuleSelection NONE = new RuleSelection(Optional.empty(), Set.of(), Set.of());

  /**
   * Takes names.
   *
   * @throws IllegalArgumentException if there is no ruleset of such a name
   */
  public RuleSelection {
    only = Set.copyOf(only);
    without = Set.copyOf(without);
    ruleset.filter(Predicate.not(RulesetLoader.NAMES::contains)).ifPresent(RulesetLoader::load);
  }

  /**
   * Refuses names of rules that there are not.
   *
   * @param own the names of rules that are projects' own
   * @throws IllegalArgumentException if a rule that is named is neither one of them nor came with
   *     redirlint
   */
  void check(Set<String> own) {
    Set<String> named = new TreeSet<>(only);
    named.addAll(without);
    named.removeAll(own);
    if (!named.isEmpty()) {
      Set<String> known = new HashSet<>(own);
      RulesetLoader.load("all").infos().forEach(info -> known.add(info.id()));
      for (String name : named) {
        if (!known.contains(name)) {
          throw new IllegalArgumentException(Names.unknown("rule", name, known));
        }
      }
    }
  }

  /**
   * Takes names.
   *
   * @throws IllegalArgumentException if there is no ruleset or no rule of such a name
   */
  public RuleSelection(Optional<String> ruleset, Set<String> only, Set<String> without) {
    this(ruleset, only, without, false);
  }

  /** Returns the same selection with all other rules of the project, but for those left out. */
  public RuleSelection withOthers() {
    return new RuleSelection(ruleset, only, without, true);
  }

  /** Returns what is left, or put in the place, of a project's rules. */
  Ruleset of(Ruleset project) {
    Ruleset chosen = ruleset.map(RulesetLoader::load).orElse(project).withOwn(project.own());
    if (!only.isEmpty()) {
      for (ConfiguredRule rule : RulesetLoader.load("all").only(only).rules()) {
        chosen = chosen.with(rule);
      }
      for (ConfiguredRule rule : project.own()) {
        chosen = chosen.with(rule);
      }
      chosen = others ? chosen : chosen.only(only);
    }
    return without.isEmpty() ? chosen : chosen.without(without);
  }
}
