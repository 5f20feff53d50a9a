package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.ErrorPage;

/** Reads {@code error_page} (ngx_http_core_error_page). */
final class ErrorPageReader {

  private final Problems problems;
  private final TemplateReader templates;

  ErrorPageReader(Problems problems) {
    this.problems = problems;
    this.templates = new TemplateReader(problems);
  }

  /** Reads the pages of a directive, one for each status. */
  List<ErrorPage> read(LoadedDirective directive) {
    List<Argument> arguments = directive.arguments();
    if (arguments.size() < 2) {
      return List.of();
    }
    Argument page = arguments.get(arguments.size() - 1);
    Argument beforeLast = arguments.get(arguments.size() - 2);
    boolean hasResponse = beforeLast.value().startsWith("=");
    OptionalInt response = OptionalInt.empty();
    if (hasResponse) {
      String digits = beforeLast.value().substring(1);
      if (arguments.size() == 2 || !digits.matches("[0-9]{0,9}")) {
        problems.add(directive, beforeLast, "invalid value \"" + beforeLast.value() + "\"");
        return List.of();
      }
      response = OptionalInt.of(digits.isEmpty() ? 0 : Integer.parseInt(digits));
    }
    Template template = templates.read(directive, page);
    List<ErrorPage> pages = new ArrayList<>();
    for (Argument status : arguments.subList(0, arguments.size() - (hasResponse ? 2 : 1))) {
      String text = status.value();
      if (!text.matches("[0-9]{1,9}") || text.equals("499")) {
        problems.add(directive, status, "invalid value \"" + text + "\"");
      } else if (Integer.parseInt(text) < 300 || Integer.parseInt(text) > 599) {
        problems.add(directive, status, "value \"" + text + "\" must be between 300 and 599");
      } else {
        pages.add(new ErrorPage(directive.origin(), Integer.parseInt(text), response, template));
      }
    }
    return pages;
  }
}
