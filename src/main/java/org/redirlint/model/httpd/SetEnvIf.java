package org.redirlint.model.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * {@code SetEnvIf}, {@code SetEnvIfNoCase}, {@code BrowserMatch}, {@code SetEnvIfExpr}.
 *
 * @param attribute what is looked at: a header, an attribute of the request or a variable; the
 *     empty text for an expression
 * @param pattern what it must match
 * @param expression the condition in place of attribute and pattern
 * @param changes what is set or unset
 */
public record SetEnvIf(
    Origin origin,
    String attribute,
    Optional<Regex> pattern,
    Optional<Expression> expression,
    List<Change> changes) {

  public SetEnvIf {
    changes = List.copyOf(changes);
  }

  /**
   * A variable's new value.
   *
   * @param name the variable
   * @param written its value as it is written, which it has where an expression captured nothing
   * @param value its value, with what the pattern or the expression captured; empty to unset it
   */
  public record Change(String name, String written, Optional<Template> value) {}
}
