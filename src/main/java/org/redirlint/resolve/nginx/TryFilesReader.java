package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.TryFiles;
import org.redirlint.model.nginx.TryFiles.Candidate;
import org.redirlint.model.nginx.TryFiles.Code;
import org.redirlint.model.nginx.TryFiles.Fallback;
import org.redirlint.model.nginx.TryFiles.Uri;

/** Reads {@code try_files} (ngx_http_try_files). */
final class TryFilesReader {

  private final Problems problems;
  private final TemplateReader templates;

  TryFilesReader(Problems problems) {
    this.problems = problems;
    this.templates = new TemplateReader(problems);
  }

  /** Reads the directive; empty where nginx would refuse it. */
  Optional<TryFiles> read(LoadedDirective directive) {
    List<Argument> arguments = directive.arguments();
    if (arguments.size() < 2) {
      return Optional.empty();
    }
    Argument last = arguments.get(arguments.size() - 1);
    Fallback fallback;
    if (last.value().startsWith("=")) {
      String code = last.value().substring(1);
      if (!code.matches("[0-9]{1,9}") || Integer.parseInt(code) > 999) {
        problems.add(directive, last, "invalid code \"" + last.value() + "\"");
        return Optional.empty();
      }
      fallback = new Code(Integer.parseInt(code));
    } else {
      fallback = new Uri(templates.read(directive, last));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Argument argument : arguments.subList(0, arguments.size() - 1)) {
      String path = argument.value();
      boolean directory = path.endsWith("/");
      String name = directory ? path.substring(0, path.length() - 1) : path;
      candidates.add(new Candidate(templates.read(directive, argument, name), directory));
    }
    return Optional.of(new TryFiles(directive.origin(), candidates, fallback));
  }
}
