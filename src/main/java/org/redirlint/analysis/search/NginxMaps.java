package org.redirlint.analysis.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.PrefixIndex;
import org.redirlint.model.nginx.Condition;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.VariableDefinition.MapTable;
import org.redirlint.model.nginx.VariableDefinition.MapValue;
import org.redirlint.regex.MatchResult;

/**
 * Reads off the {@code map} blocks of nginx which paths are redirected, and where to: whole sites
 * are moved by such tables.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_map_module.html">ngx_http_map_module</a>
 */
final class NginxMaps {

  /** They hold the path of a request without a query. */
  private static final Set<String> PATHS = Set.of("uri", "document_uri", "request_uri");

  /** The tables by the variables they give values to. */
  private final Map<String, MapTable> tables = new HashMap<>();

  NginxMaps(NginxConfiguration configuration) {
    configuration
        .variables()
        .forEach(
            (name, definition) -> {
              if (definition instanceof MapTable table && isOfPath(table.source())) {
                tables.put(name, table);
              }
            });
  }

  private static boolean isOfPath(Template source) {
    return source.parts().size() == 1
        && source.parts().get(0) instanceof Variable variable
        && PATHS.contains(variable.name());
  }

  /** Adds the redirects that steps look up. */
  void redirections(List<RewriteStep> steps, Entrance entrance, String host, Seeds seeds) {
    for (RewriteStep step : steps) {
      if (step instanceof RewriteStep.If test) {
        redirections(test.steps(), entrance, host, seeds);
      } else {
        target(step).ifPresent(target -> redirections(target, entrance, host, seeds));
      }
    }
  }

  private static Optional<Template> target(RewriteStep step) {
    if (step instanceof RewriteStep.Return answer) {
      return answer.text();
    }
    return step instanceof RewriteStep.Rewrite rewrite && rewrite.status() != 0
        ? rewrite.replacement().stream().findFirst()
        : Optional.empty();
  }

  /** The first variable that is looked up in a table says where from. */
  private void redirections(Template target, Entrance entrance, String host, Seeds seeds) {
    Optional<String> name =
        target.parts().stream()
            .filter(
                part -> part instanceof Variable variable && tables.containsKey(variable.name()))
            .map(part -> ((Variable) part).name())
            .findFirst();
    name.map(tables::get)
        .ifPresent(
            table ->
                table
                    .names()
                    .exact()
                    .forEach(
                        (path, value) ->
                            seeds.redirection(
                                entrance,
                                host,
                                path,
                                Redirection.target(target.with(name.get(), value.value())))));
  }

  /**
   * Adds what a test lets through, if that is only what a table names.
   *
   * @return whether it was added
   */
  boolean sources(RewriteStep step, Sources sources) {
    if (!(step instanceof RewriteStep.If test)) {
      return false;
    }
    Optional<MapTable> table =
        tables.entrySet().stream()
            .filter(entry -> fails(test.condition(), entry.getKey(), entry.getValue()))
            .map(Map.Entry::getValue)
            .findFirst();
    table.ifPresent(
        named -> {
          named
              .names()
              .exact()
              .keySet()
              .forEach(path -> sources.pattern(new PrefixIndex.Key(path, true, true)));
          named
              .patterns()
              .forEach(entry -> sources.pattern(PrefixIndex.Key.of(entry.pattern().regex())));
        });
    return table.isPresent();
  }

  /** Tells whether a test fails for all that a table does not name. */
  private static boolean fails(Condition condition, String name, MapTable table) {
    MapValue otherwise = table.defaultValue();
    if (!otherwise.value().isLiteral()) {
      return false;
    }
    String value = otherwise.value().literalPrefix();
    if (condition instanceof Condition.Truth truth) {
      return truth.variable().equals(name) && (value.isEmpty() || value.equals("0"));
    }
    if (condition instanceof Condition.Comparison comparison) {
      return comparison.variable().equals(name)
          && comparison.value().isLiteral()
          && comparison.value().literalPrefix().equals(value) == comparison.negated();
    }
    return condition instanceof Condition.RegexTest test
        && test.variable().equals(name)
        && test.pattern().regex().match(value) instanceof MatchResult.Matched == test.negated();
  }
}
