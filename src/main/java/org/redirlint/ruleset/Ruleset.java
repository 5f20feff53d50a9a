package org.redirlint.ruleset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.redirlint.diagnostic.RuleInfo;

/**
 * The rules of a check.
 *
 * @param rules the rules, sorted by id
 * @param own all rules that the project has written itself, switched on or not
 */
public record Ruleset(List<ConfiguredRule> rules, List<ConfiguredRule> own) {

  public Ruleset {
    rules = List.copyOf(rules);
    own = List.copyOf(own);
  }

  /** Takes rules that came with redirlint. */
  public Ruleset(List<ConfiguredRule> rules) {
    this(rules, List.of());
  }

  /** Returns the ids of all rules there are, whether they are checked or not. */
  public Set<String> known() {
    Set<String> known = new HashSet<>();
    RulesetLoader.load("all").infos().forEach(info -> known.add(info.id()));
    own.forEach(rule -> known.add(rule.info().id()));
    return known;
  }

  /** Returns the same rules, of a project with these rules of its own. */
  public Ruleset withOwn(List<ConfiguredRule> others) {
    return new Ruleset(rules, others);
  }

  /** Returns what users can read about each rule. */
  public List<RuleInfo> infos() {
    return rules.stream().map(ConfiguredRule::info).toList();
  }

  /** Returns the same rules and one more, unless it is among them. */
  public Ruleset with(ConfiguredRule rule) {
    SortedMap<String, ConfiguredRule> more = new TreeMap<>();
    rules.forEach(known -> more.put(known.info().id(), known));
    more.putIfAbsent(rule.info().id(), rule);
    return new Ruleset(List.copyOf(more.values()), own);
  }

  /** Returns those of the rules that have these ids, and no others. */
  public Ruleset only(Set<String> ids) {
    return new Ruleset(rules.stream().filter(rule -> ids.contains(rule.info().id())).toList(), own);
  }

  /** Returns the rules that have none of these ids. */
  public Ruleset without(Set<String> ids) {
    return new Ruleset(
        rules.stream().filter(rule -> !ids.contains(rule.info().id())).toList(), own);
  }

  /** Returns the rule of that id. */
  public Optional<RuleInfo> find(String id) {
    return infos().stream().filter(info -> info.id().equals(id)).findFirst();
  }
}
