package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.RewriteStep.Flag;

/** Reads {@code rewrite}, {@code return}, {@code set} and {@code break}. */
final class RewriteReader {

  /** Built-in variables that nginx does not let anyone set. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private static final Set<String> FIXED =
      Set.of(
          "uri",
          "document_uri",
          "request_uri",
          "query_string",
          "is_args",
          "host",
          "http_host",
          "hostname",
          "server_name",
          "server_port",
          "server_addr",
          "server_protocol",
          "remote_addr",
          "remote_port",
          "scheme",
          "https",
          "request_method",
          "request",
          "status",
          "document_root",
          "request_filename",
          "realpath_root",
          "http_user_agent",
          "http_referer",
          "http_cookie",
          "http_via",
          "http_x_forwarded_for",
          "content_type",
          "content_length");

  private final Problems problems;
  private final TemplateReader templates;
  private final PatternReader patterns;

  RewriteReader(Problems problems) {
    this.problems = problems;
    this.templates = new TemplateReader(problems);
    this.patterns = new PatternReader(problems);
  }

  /** Reads {@code rewrite}; empty where nginx would refuse it. */
  Optional<RewriteStep> rewrite(LoadedDirective directive) {
    if (directive.arguments().size() < 2) {
      return Optional.empty();
    }
    Argument replaced = directive.arguments().get(1);
    String text = replaced.value();
    String flag = directive.argument(2);
    if (text.isEmpty()) {
      problems.add(directive, replaced, "empty replacement");
      return Optional.empty();
    }
    if (directive.arguments().size() > 2
        && !Set.of("last", "break", "redirect", "permanent").contains(flag)) {
      problems.add(directive, directive.arguments().get(2), "invalid parameter \"" + flag + "\"");
      return Optional.empty();
    }
    boolean drops = text.endsWith("?");
    String kept = drops ? text.substring(0, text.length() - 1) : text;
    boolean url = isUrl(kept);
    int status =
        switch (flag) {
          case "permanent" -> 301;
          case "redirect" -> 302;
          default -> url ? 302 : 0;
        };
    Flag end = flag.equals("break") ? Flag.BREAK : flag.isEmpty() && !url ? Flag.NONE : Flag.LAST;
    Template template = templates.read(directive, replaced, kept);
    return patterns
        .read(directive, directive.arguments().get(0), directive.argument(0), false)
        .map(
            pattern ->
                new RewriteStep.Rewrite(
                    directive.origin(),
                    pattern,
                    status == 0 ? cutAtQuestionMarks(template) : List.of(template),
                    !drops,
                    end,
                    status));
  }

  /** Reads {@code return}; empty where nginx would refuse it. */
  Optional<RewriteStep> answer(LoadedDirective directive) {
    if (directive.arguments().isEmpty()) {
      return Optional.empty();
    }
    Argument first = directive.arguments().get(0);
    boolean alone = directive.arguments().size() == 1;
    String code = first.value();
    if (alone && isUrl(code)) {
      return Optional.of(
          new RewriteStep.Return(
              directive.origin(), 302, Optional.of(templates.read(directive, first))));
    }
    if (!NUMBER.matcher(code).matches() || Integer.parseInt(code) > 999) {
      problems.add(directive, first, "invalid return code \"" + code + "\"");
      return Optional.empty();
    }
    Optional<Template> text =
        alone
            ? Optional.empty()
            : Optional.of(templates.read(directive, directive.arguments().get(1)))
                .filter(t -> !t.parts().isEmpty());
    return Optional.of(new RewriteStep.Return(directive.origin(), Integer.parseInt(code), text));
  }

  /** Reads {@code set}; empty where nginx would refuse it. */
  Optional<RewriteStep> set(LoadedDirective directive) {
    if (directive.arguments().size() < 2) {
      return Optional.empty();
    }
    Argument variable = directive.arguments().get(0);
    String name = variable.value();
    if (!name.startsWith("$") || name.length() < 2) {
      problems.add(directive, variable, "invalid variable name \"" + name + "\"");
      return Optional.empty();
    }
    String lower = name.substring(1).toLowerCase(Locale.ROOT);
    if (FIXED.contains(lower)) {
      problems.add(directive, variable, "the duplicate \"" + lower + "\" variable");
      return Optional.empty();
    }
    return Optional.of(
        new RewriteStep.Set(
            directive.origin(), lower, templates.read(directive, directive.arguments().get(1))));
  }

  private static boolean isUrl(String text) {
    return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("$scheme");
  }

  /** Cuts a template at each question mark that stands in the text itself. */
  private static List<Template> cutAtQuestionMarks(Template template) {
    List<Template> pieces = new ArrayList<>();
    List<Template.Part> piece = new ArrayList<>();
    for (Template.Part part : template.parts()) {
      if (!(part instanceof Template.Literal literal)) {
        piece.add(part);
        continue;
      }
      String[] texts = literal.text().split("\\?", -1);
      for (int i = 0; i < texts.length; i++) {
        if (i > 0) {
          pieces.add(new Template(piece));
          piece = new ArrayList<>();
        }
        if (!texts[i].isEmpty()) {
          piece.add(new Template.Literal(texts[i]));
        }
      }
    }
    pieces.add(new Template(piece));
    return pieces;
  }
}
