package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.ast.FlagList.Flag;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteCond.CondPattern;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteContext.Option;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.model.httpd.RuleList;
import org.redirlint.regex.Regex;

/** Reads the directives of mod_rewrite in one place of the configuration. */
final class RewriteReader {

  private static final Set<String> NUMBERS = Set.of("eq", "ne", "lt", "le", "gt", "ge");

  private static final String IGNORED_OPTION = "maxredirects=";

  private final Expression.Reader expressions;
  private final Place place;
  private final List<RewriteRule> rules = new ArrayList<>();
  private final List<RewriteCond> conditions = new ArrayList<>();
  private boolean complete = true;
  private Optional<Boolean> engine = Optional.empty();
  private Optional<Set<Option>> options = Optional.empty();
  private Optional<String> base = Optional.empty();
  private boolean present;

  RewriteReader(Expression.Reader expressions, Place place) {
    this.expressions = expressions;
    this.place = place;
  }

  /** Returns what was read, for a directory with a slash at its end; empty for a server. */
  RewriteContext context(Optional<String> directory) {
    return present
        ? new RewriteContext(engine, options, base, RuleList.of(rules), directory)
        : RewriteContext.NONE;
  }

  /** Reads a directive; tells whether it is one of mod_rewrite's. */
  boolean read(Statement statement) throws RefusedException {
    switch (statement.name()) {
      case "rewriteengine" -> engine = Optional.of(statement.isOn());
      case "rewriteoptions" -> readOptions(statement);
      case "rewritebase" -> readBase(statement);
      case "rewritecond" -> addCondition(statement);
      case "rewriterule" -> addRule(statement);
      default -> {
        return false;
      }
    }
    present = true;
    return true;
  }

  private void addCondition(Statement statement) throws RefusedException {
    try {
      conditions.add(condition(statement));
    } catch (RefusedException refused) {
      complete = false;
      throw refused;
    }
  }

  /**
   * Without a condition that was refused, a rule would be said to take more than it is meant to.
   */
  private void addRule(Statement statement) throws RefusedException {
    try {
      if (complete) {
        rules.add(rule(statement));
      }
    } finally {
      conditions.clear();
      complete = true;
    }
  }

  private void readOptions(Statement statement) throws RefusedException {
    Set<Option> set = EnumSet.noneOf(Option.class);
    options.ifPresent(set::addAll);
    for (String word : statement.arguments()) {
      if (!word.toLowerCase(Locale.ROOT).startsWith(IGNORED_OPTION)) {
        set.add(option(word));
      }
    }
    options = Optional.of(set);
  }

  private static Option option(String word) throws RefusedException {
    for (Option option : Option.values()) {
      if (option.name().replace("_", "").equalsIgnoreCase(word)) {
        return option;
      }
    }
    if (word.equalsIgnoreCase("AllowAnyURI")) {
      return Option.ALLOW_ANY_URI;
    }
    throw new RefusedException("RewriteOptions: unknown option '" + word + "'");
  }

  private void readBase(Statement statement) throws RefusedException {
    if (place.isServer()) {
      throw new RefusedException("RewriteBase: only valid in per-directory config files");
    }
    String path = statement.argument(0);
    if (!path.startsWith("/")) {
      throw new RefusedException("RewriteBase: argument is not a valid URL");
    }
    base = Optional.of(path);
  }

  private RewriteCond condition(Statement statement) throws RefusedException {
    List<String> words = statement.arguments();
    if (words.size() < 2) {
      throw new RefusedException("RewriteCond: bad argument line");
    }
    boolean ignoreCase = false;
    boolean or = false;
    for (Flag flag : flags(statement, "RewriteCond")) {
      if (flag.is("NC", "nocase")) {
        ignoreCase = true;
      } else if (flag.is("OR", "ornext")) {
        or = true;
      } else if (!flag.is("NV", "novary")) {
        throw new RefusedException("RewriteCond: unknown flag '" + flag.name() + "'");
      }
    }
    String written = words.get(1);
    boolean negated = written.startsWith("!");
    String pattern = negated ? written.substring(1) : written;
    if (words.get(0).equalsIgnoreCase("expr")) {
      Expression.Reading reading = expressions.condition(pattern);
      if (reading.condition().isEmpty()) {
        throw new RefusedException("RewriteCond: cannot compile expression");
      }
      return new RewriteCond(
          statement.origin(),
          Template.EMPTY,
          new RewriteCond.ExpressionPattern(reading.condition().get()),
          negated,
          or);
    }
    return new RewriteCond(
        statement.origin(),
        TemplateReader.read(words.get(0)),
        pattern(pattern, ignoreCase),
        negated,
        or);
  }

  private static CondPattern pattern(String pattern, boolean ignoreCase) throws RefusedException {
    if (pattern.startsWith("-") && pattern.length() > 1) {
      char kind = pattern.charAt(1);
      if (pattern.length() == 2 && "fsLlhdxUF".indexOf(kind) >= 0) {
        return new RewriteCond.FileTest(kind == 'L' || kind == 'l' ? 'h' : kind);
      }
      String operator =
          pattern.length() > 2 ? pattern.substring(1, 3).toLowerCase(Locale.ROOT) : "";
      if (NUMBERS.contains(operator)) {
        return new RewriteCond.NumberComparison(
            operator, Texts.leadingNumber(pattern.substring(3)));
      }
    }
    char first = pattern.isEmpty() ? 0 : pattern.charAt(0);
    if (first == '>' || first == '<') {
      boolean equal = pattern.startsWith("=", 1);
      return new RewriteCond.StringComparison(
          pattern.substring(0, equal ? 2 : 1), pattern.substring(equal ? 2 : 1), ignoreCase);
    }
    if (first == '=') {
      String text = pattern.equals("=\"\"") ? "" : pattern.substring(1);
      return new RewriteCond.StringComparison("=", text, ignoreCase);
    }
    return new RewriteCond.RegexPattern(regex("RewriteCond", pattern, ignoreCase));
  }

  private RewriteRule rule(Statement statement) throws RefusedException {
    List<String> words = statement.arguments();
    if (words.size() < 2) {
      throw new RefusedException("RewriteRule: bad argument line");
    }
    RewriteFlagsReader flags = new RewriteFlagsReader();
    for (Flag flag : flags(statement, "RewriteRule")) {
      flags.read(flag);
    }
    String written = words.get(0);
    boolean negated = written.startsWith("!");
    Regex pattern =
        regex("RewriteRule", negated ? written.substring(1) : written, flags.ignoreCase());
    String output = words.get(1);
    boolean none = output.equals("-") || flags.has(Switch.STATUS);
    if (!none && output.endsWith("?")) {
      if (flags.has(Switch.APPEND_QUERY)) {
        flags.set(Switch.LAST_QUESTION_MARK);
      } else {
        flags.set(Switch.NO_QUERY);
        output = output.substring(0, output.length() - 1);
      }
    } else if (!none && flags.has(Switch.DISCARD_QUERY) && output.indexOf('?') < 0) {
      flags.set(Switch.NO_QUERY);
    }
    return new RewriteRule(
        statement.origin(),
        conditions,
        pattern,
        negated,
        none ? Optional.empty() : Optional.of(TemplateReader.read(output)),
        flags.flags());
  }

  private static Regex regex(String directive, String pattern, boolean ignoreCase)
      throws RefusedException {
    return Texts.regex(
        pattern, ignoreCase, directive + ": cannot compile regular expression '" + pattern + "'");
  }

  private static List<Flag> flags(Statement statement, String name) throws RefusedException {
    if (statement.arguments().size() < 3) {
      return List.of();
    }
    Argument written = statement.source().arguments().get(2);
    Argument argument =
        new Argument(written.span(), written.raw(), statement.argument(2), written.quoting());
    return FlagList.of(argument)
        .orElseThrow(() -> new RefusedException(name + ": bad flag delimiters"))
        .flags();
  }
}
