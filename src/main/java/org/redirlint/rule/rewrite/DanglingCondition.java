package org.redirlint.rule.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports rewrite conditions after which no rule comes that they could guard. */
public final class DanglingCondition implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project.configurations().stream()
        .flatMap(configuration -> RewriteContext.of(configuration).stream())
        .filter(RewriteContext::isWhole)
        .flatMap(DanglingCondition::dangling);
  }

  private static Stream<Finding> dangling(RewriteContext context) {
    List<LoadedDirective> waiting = new ArrayList<>();
    for (LoadedDirective directive : context.directives()) {
      if (directive.is("RewriteRule")) {
        waiting.clear();
      } else if (directive.is("RewriteCond")) {
        waiting.add(directive);
      }
    }
    return waiting.stream()
        .limit(1)
        .map(
            condition ->
                Finding.at(condition.origin())
                    .with(
                        "conditions",
                        waiting.size() == 1
                            ? "this condition guards"
                            : "these " + waiting.size() + " conditions guard"));
  }
}
