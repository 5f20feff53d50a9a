package org.redirlint.resolve.nginx;

import java.util.Optional;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Pattern;
import org.redirlint.regex.Regex;
import org.redirlint.regex.RegexSyntaxException;

/** Compiles regular expressions (ngx_regex_compile). */
final class PatternReader {

  private final Problems problems;

  PatternReader(Problems problems) {
    this.problems = problems;
  }

  /** Compiles an expression; empty if PCRE would refuse it. */
  Optional<Pattern> read(
      LoadedDirective directive, Argument argument, String text, boolean ignoreCase) {
    try {
      return Optional.of(
          new Pattern(directive.originOf(argument), Regex.compile(text, ignoreCase)));
    } catch (RegexSyntaxException refused) {
      String rest = text.substring(Math.min(refused.offset(), text.length()));
      String where = rest.isEmpty() ? "" : " at \"" + rest + "\"";
      problems.add(
          directive,
          argument,
          "pcre2_compile() failed: " + refused.getMessage() + " in \"" + text + "\"" + where);
      return Optional.empty();
    }
  }
}
