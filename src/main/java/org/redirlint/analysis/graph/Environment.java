package org.redirlint.analysis.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.SetEnvIf;
import org.redirlint.model.httpd.Settings;
import org.redirlint.regex.Language;

/** What the environment variables may hold that rules of mod_rewrite set. */
final class Environment {

  private static final String VARIABLE = "ENV:";

  /** What was set before an internal redirect comes back under such names (rename_original_env). */
  private static final String RENAMED = "redirect_";

  /** Values of a variable that are more are not told apart. */
  private static final int MOST_VALUES = 8;

  private final Map<String, Language> values = new HashMap<>();

  private Environment() {}

  /** Reads what a configuration sets. */
  static Environment of(Places places) {
    Environment environment = new Environment();
    places.settings().forEach(environment::settings);
    environment.rules(places.rules());
    return environment;
  }

  /**
   * Returns what a variable of mod_rewrite may hold; empty if that is not known, or it is no
   * environment variable.
   */
  Optional<Language> value(String variable) {
    if (!variable.startsWith(VARIABLE)) {
      return Optional.empty();
    }
    String name = variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT);
    return name.startsWith(RENAMED)
        ? Optional.empty()
        : Optional.ofNullable(values.get(name)).map(set -> set.union(Language.of("")));
  }

  /** Returns a rule for each value that the variable may have its substitution begins with. */
  List<RewriteRule> values(RewriteRule rule) {
    Template substitution = rule.substitution().orElseThrow();
    if (substitution.parts().isEmpty()
        || TargetReader.scheme(substitution).isPresent()
        || !(substitution.parts().get(0) instanceof Template.Variable variable)) {
      return List.of(rule);
    }
    return value(variable.name())
        .flatMap(values -> values.texts(MOST_VALUES))
        .map(
            values ->
                values.stream()
                    .map(value -> rule.to(substitution.with(variable.name(), Template.of(value))))
                    .toList())
        .orElse(List.of(rule));
  }

  private void settings(Settings settings) {
    settings
        .fixedVariables()
        .forEach((name, value) -> value.ifPresent(text -> add(name, Language.of(text))));
    for (SetEnvIf directive : settings.variables()) {
      for (SetEnvIf.Change change : directive.changes()) {
        if (change.value().isPresent()) {
          add(change.name(), value(change.value().get().parts(), Conditions.NONE));
          if (directive.expression().isPresent()) {
            add(change.name(), Language.of(change.written()));
          }
        }
      }
    }
  }

  /** Names are told apart without regard to case. */
  private void add(String name, Language value) {
    values.merge(name.toLowerCase(Locale.ROOT), value, Language::union);
  }

  private void rules(List<RewriteRule> rules) {
    for (RewriteRule rule : rules) {
      Conditions conditions =
          Conditions.of(rule.conditions(), paths -> group -> Language.ALL, false, true);
      rule.flags().variables().forEach(set -> assigned(set, conditions));
    }
  }

  /** Notes {@code E=NAME:VALUE}; {@code E=NAME} sets it to nothing, {@code E=!NAME} unsets it. */
  private void assigned(Template assignment, Conditions conditions) {
    String start = assignment.literalPrefix();
    int colon = start.indexOf(':');
    if (colon < 0) {
      return;
    }
    Language rest = value(assignment.parts().subList(1, assignment.parts().size()), conditions);
    add(start.substring(0, colon), Language.of(start.substring(colon + 1)).concatenate(rest));
  }

  private static Language value(List<Part> parts, Conditions conditions) {
    Language value = Language.of("");
    for (Part part : parts) {
      value = value.concatenate(value(part, conditions));
    }
    return value;
  }

  private static Language value(Part part, Conditions conditions) {
    if (part instanceof Literal literal) {
      return Language.of(literal.text());
    }
    return part instanceof ConditionBackreference group
        ? conditions.captured(group.group(), Arrival.ANY)
        : Language.ALL;
  }
}
