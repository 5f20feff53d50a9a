package org.redirlint.rule;

import java.util.List;
import java.util.Map;

/**
 * What a ruleset sets for one of its rules.
 *
 * @param values the options' values, by the options' names
 */
public record RuleOptions(Map<String, List<String>> values) {

  public RuleOptions {
    values = Map.copyOf(values);
  }

  /** Returns an option's values; none where it is not set. */
  public List<String> get(String option) {
    return values.getOrDefault(option, List.of());
  }

  /**
   * Returns an option that is a whole number.
   *
   * @throws IllegalArgumentException if it is none
   */
  public int number(String option) {
    return Integer.parseInt(String.join("", get(option)));
  }
}
