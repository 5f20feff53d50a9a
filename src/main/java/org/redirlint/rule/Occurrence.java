package org.redirlint.rule;

import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.source.Origin;

/**
 * A directive together with the blocks around it.
 *
 * @param directive the directive
 * @param enclosing the blocks it stands in, the outermost first
 * @param configuration the configuration it belongs to
 */
public record Occurrence(
    LoadedDirective directive, List<LoadedDirective> enclosing, LoadedConfiguration configuration) {

  /**
   * Tells whether the directive speaks to nginx's web server: {@code stream} and {@code mail} know
   * directives of the same names that mean other things.
   */
  public boolean isNginxHttp() {
    return configuration.main().dialect() == Dialect.NGINX && nearest("stream", "mail").isEmpty();
  }

  /** Returns the innermost enclosing block of one of these names; case does not matter. */
  public Optional<LoadedDirective> nearest(String... names) {
    for (int i = enclosing.size() - 1; i >= 0; i--) {
      for (String name : names) {
        if (enclosing.get(i).is(name)) {
          return Optional.of(enclosing.get(i));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the place of the directive. */
  public Origin origin() {
    return directive.origin();
  }
}
