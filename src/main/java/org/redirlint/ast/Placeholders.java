package org.redirlint.ast;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * The places of templates that something else fills before a server reads them: what a server makes
 * of the words there is not known.
 *
 * <p>Known are the tags of Jinja, Mustache, Go and ERB, and the names that scripts replace:
 * {@code @NAME@}, {@code __NAME__}, {@code %NAME%} and, where it is no variable of the
 * configuration, {@code ${NAME}}.
 */
public final class Placeholders {

  /** What follows the opening tells them from JSON, Lua tables and formats of logs. */
  private static final String TAG =
      "\\{\\{[-~#^/&!>]?\\s*[A-Za-z_.\"'$(][^{}\\n]*\\}\\}"
          + "|\\{%[-+]?\\s[^\\n]{0,1000}?%\\}"
          + "|<%(?:[-=#]|\\s)[\\s\\S]{0,1000}?%>";

  /** Two hexadecimal digits after a percent sign are an encoded character. */
  private static final String NAME =
      "@@?[A-Za-z][A-Za-z0-9_]*@@?"
          + "|__[A-Z][A-Z0-9_]*?__"
          + "|%(?![0-9A-F]{2}[A-Z0-9]?%)[A-Z][A-Z0-9_]{2,}%"
          + "|\\$\\{[A-Z_][A-Z0-9_]*\\}";

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?=[{<@_%$])(?:(?<tag>" + TAG + ")|(?<name>" + NAME + "))");

  private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*#[^\\n]*");

  private final Set<String> variables;
  private final Map<SourceFile, List<Mark>> marks = new ConcurrentHashMap<>();

  /** A placeholder; that of a tag may stand where the server sees words or blocks of their own. */
  private record Mark(Span span, boolean tag) {}

  private Placeholders(Set<String> variables) {
    this.variables = variables;
  }

  /** Returns the placeholders in the files of configurations. */
  public static Placeholders of(List<LoadedConfiguration> configurations) {
    Set<String> variables = new HashSet<>();
    configurations.forEach(one -> collect(one.directives(), variables));
    return new Placeholders(variables);
  }

  /**
   * Returns the first placeholder because of which it is not known what the server reads at a
   * place: it is part of the place, or of the directive whose words it may move. What is said of a
   * line from its first word on is said of the line as a whole.
   */
  public Optional<Origin> concerning(Origin place) {
    List<Mark> ofFile = marks(place.file());
    if (ofFile.isEmpty()) {
      return Optional.empty();
    }
    Span span = place.span();
    Span line = line(place.file().text(), span);
    boolean whole = place.file().text(new Span(line.start(), span.start())).isBlank();
    return ofFile.stream()
        .filter(
            mark -> meets(mark.span(), span) || ((mark.tag() || whole) && meets(mark.span(), line)))
        .findFirst()
        .map(mark -> place.at(mark.span()));
  }

  /**
   * Tells whether a tag in the line of a directive is no part of one of its words, so that neither
   * are the words what they will be.
   */
  public boolean scramble(LoadedDirective directive) {
    SourceFile file = directive.origin().file();
    List<Mark> ofFile = marks(file);
    if (ofFile.isEmpty()) {
      return false;
    }
    Span line = line(file.text(), directive.directive().keyword().span());
    return ofFile.stream()
        .filter(mark -> mark.tag() && meets(mark.span(), line))
        .anyMatch(mark -> directive.arguments().stream().noneMatch(word -> holds(word, mark)));
  }

  /** Returns the first placeholder among the words of a directive. */
  public Optional<Origin> in(LoadedDirective directive) {
    Origin origin = directive.origin();
    return marks(origin.file()).stream()
        .filter(mark -> directive.arguments().stream().anyMatch(word -> holds(word, mark)))
        .findFirst()
        .map(mark -> origin.at(mark.span()));
  }

  private static boolean holds(Argument word, Mark mark) {
    return word.span().start() <= mark.span().start() && mark.span().end() <= word.span().end();
  }

  /**
   * Returns the first tag that may open or close blocks, as a tag on a line of its own does, and
   * each one whose braces nginx reads: where the blocks of such a file end is not known.
   *
   * @param place a place in the file
   */
  public Optional<Origin> structuring(Origin place, Dialect dialect) {
    String text = place.file().text();
    return marks(place.file()).stream()
        .filter(Mark::tag)
        .filter(
            mark ->
                (dialect == Dialect.NGINX && text.charAt(mark.span().start()) == '{')
                    || isFirst(text, mark.span().start()))
        .findFirst()
        .map(mark -> place.at(mark.span()));
  }

  /** Returns a tag in a file of a configuration. */
  public Optional<Origin> tag(LoadedConfiguration configuration) {
    return files(configuration.directives(), new LinkedHashMap<>()).values().stream()
        .flatMap(
            place ->
                marks(place.file()).stream()
                    .filter(Mark::tag)
                    .limit(1)
                    .map(mark -> place.at(mark.span())))
        .findFirst();
  }

  private static Map<SourceFile, Origin> files(
      List<LoadedDirective> directives, Map<SourceFile, Origin> known) {
    for (LoadedDirective directive : directives) {
      known.putIfAbsent(directive.origin().file(), directive.origin());
      files(directive.body(), known);
    }
    return known;
  }

  private static boolean isFirst(String text, int offset) {
    return text.substring(text.lastIndexOf('\n', offset) + 1, offset).isBlank();
  }

  private static boolean meets(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /**
   * The line in which a span begins, and those before and after it that a backslash joins to it.
   */
  private static Span line(String text, Span span) {
    int start = text.lastIndexOf('\n', span.start() - 1) + 1;
    while (start > 1 && isJoined(text, start - 1)) {
      start = text.lastIndexOf('\n', start - 2) + 1;
    }
    int end = text.indexOf('\n', span.start());
    while (end > 0 && isJoined(text, end)) {
      end = text.indexOf('\n', end + 1);
    }
    return new Span(Math.min(start, span.start()), end < 0 ? text.length() : end);
  }

  private static boolean isJoined(String text, int lineBreak) {
    int last = lineBreak - (lineBreak > 0 && text.charAt(lineBreak - 1) == '\r' ? 2 : 1);
    return last >= 0 && text.charAt(last) == '\\';
  }

  private List<Mark> marks(SourceFile file) {
    return marks.computeIfAbsent(file, this::read);
  }

  private List<Mark> read(SourceFile file) {
    String text =
        COMMENT.matcher(file.text()).replaceAll(found -> " ".repeat(found.end() - found.start()));
    List<Mark> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      boolean tag = matcher.group("tag") != null;
      if (tag || !isVariable(matcher.group())) {
        found.add(new Mark(new Span(matcher.start(), matcher.end()), tag));
      }
    }
    return List.copyOf(found);
  }

  /** nginx's own variables are written in lower case, those of a shell in upper case. */
  private boolean isVariable(String name) {
    if (!name.startsWith("${")) {
      return false;
    }
    String inner = name.substring(2, name.length() - 1);
    return variables.contains(inner) || variables.contains("$" + inner.toLowerCase(Locale.ROOT));
  }

  /** What {@code Define} names, and the words that are a variable of nginx as a whole. */
  private static void collect(List<LoadedDirective> directives, Set<String> variables) {
    for (LoadedDirective directive : directives) {
      if (directive.is("Define")) {
        variables.add(directive.argument(0));
      }
      directive.arguments().stream()
          .map(Argument::value)
          .filter(value -> value.startsWith("$") && !value.startsWith("${"))
          .forEach(value -> variables.add(value.toLowerCase(Locale.ROOT)));
      collect(directive.body(), variables);
    }
  }
}
