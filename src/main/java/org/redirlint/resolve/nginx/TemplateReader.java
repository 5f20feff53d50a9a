package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;

/** Reads texts with variables in them (ngx_http_script_compile). */
final class TemplateReader {

  private final Problems problems;

  TemplateReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads an argument. */
  Template read(LoadedDirective directive, Argument argument) {
    return read(directive, argument, argument.value());
  }

  /** Reads a text that is part of an argument. */
  Template read(LoadedDirective directive, Argument argument, String text) {
    if (text.indexOf('$') < 0) {
      return Template.of(text);
    }
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0) {
        parts.add(new Literal(text.substring(at)));
        break;
      }
      if (dollar > at) {
        parts.add(new Literal(text.substring(at, dollar)));
      }
      at = variable(directive, argument, text, dollar + 1, parts);
      if (at < 0) {
        return Template.of(text);
      }
    }
    return new Template(parts);
  }

  /** Reads what follows a dollar sign and returns where it ends; -1 if nginx would refuse it. */
  private int variable(
      LoadedDirective directive, Argument argument, String text, int start, List<Part> parts) {
    if (start < text.length() && text.charAt(start) >= '1' && text.charAt(start) <= '9') {
      parts.add(new Backreference(text.charAt(start) - '0'));
      return start + 1;
    }
    boolean braces = start < text.length() && text.charAt(start) == '{';
    int from = braces ? start + 1 : start;
    int end = from;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    if (braces && (end >= text.length() || text.charAt(end) != '}')) {
      problems.add(
          directive,
          argument,
          "the closing bracket in \"" + text.substring(from, end) + "\" variable is missing");
      return -1;
    }
    if (end == from) {
      problems.add(directive, argument, "invalid variable name");
      return -1;
    }
    parts.add(new Variable(text.substring(from, end).toLowerCase(Locale.ROOT)));
    return braces ? end + 1 : end;
  }

  private static boolean isNameCharacter(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '_';
  }
}
