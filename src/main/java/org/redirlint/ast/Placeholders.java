package org.redirlint.ast;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * configuration, {@code ${NAME}}. A bare {@code SOME_NAME} is one only where nginx refuses that
 * very word.
 */
public final class Placeholders {

  private static final Pattern BARE_NAME = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");

  private final Set<String> variables;
  private final Set<SourceFile> ofNginx;
  private final Map<SourceFile, Marks> marks = new ConcurrentHashMap<>();

  private Placeholders(Set<String> variables, Set<SourceFile> ofNginx) {
    this.variables = variables;
    this.ofNginx = ofNginx;
  }

  /** Returns the placeholders in the files of configurations. */
  public static Placeholders of(List<LoadedConfiguration> configurations) {
    Set<String> variables = new HashSet<>();
    configurations.forEach(one -> collect(one.directives(), variables));
    Set<SourceFile> ofNginx = new HashSet<>();
    configurations.stream()
        .filter(one -> one.main().dialect() == Dialect.NGINX)
        .forEach(one -> ofNginx.addAll(files(one.directives(), new LinkedHashMap<>()).keySet()));
    return new Placeholders(variables, ofNginx);
  }

  /**
   * Returns a placeholder because of which it is not known what the server reads at a place: it is
   * part of the place, or of the directive whose words it may move. What is said of a line from its
   * first word on is said of the line as a whole.
   */
  public Optional<Origin> concerning(Origin place) {
    Marks ofFile = marks(place.file());
    Optional<Span> placeholder =
        ofFile.isEmpty()
            ? Optional.empty()
            : ofFile.in(place.span()).or(() -> ofFile.moving(place.span()));
    return placeholder
        .map(place::at)
        .or(() -> isBareName(place) ? Optional.of(place) : Optional.empty());
  }

  /**
   * Tells whether a place is one whole word of a directive, not its first one, in upper case and
   * with an underscore inside: nginx has no flag, status or switch that is written like that.
   */
  private boolean isBareName(Origin place) {
    if (!ofNginx.contains(place.file())) {
      return false;
    }
    String text = place.file().text();
    int start = place.span().start();
    int end = place.span().end();
    return start > 0
        && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')
        && (end == text.length() || " \t\r\n;".indexOf(text.charAt(end)) >= 0)
        && BARE_NAME.matcher(place.file().text(place.span())).matches()
        && !text.substring(text.lastIndexOf('\n', start - 1) + 1, start).isBlank();
  }

  /**
   * Tells whether a tag in the line of a directive is no part of one of its words, so that neither
   * are the words what they will be.
   */
  public boolean scramble(LoadedDirective directive) {
    return marks(directive.origin().file())
        .scramble(directive.directive().keyword().span(), directive.arguments());
  }

  /** Returns the first placeholder among the words of a directive. */
  public Optional<Origin> in(LoadedDirective directive) {
    Marks ofFile = marks(directive.origin().file());
    if (ofFile.isEmpty()) {
      return Optional.empty();
    }
    return directive.arguments().stream()
        .flatMap(word -> ofFile.in(word.span()).stream())
        .findFirst()
        .map(directive.origin()::at);
  }

  /**
   * Returns the first tag that may open or close blocks: where the blocks of such a file end is not
   * known.
   *
   * @param place a place in the file
   */
  public Optional<Origin> structuring(Origin place, Dialect dialect) {
    return marks(place.file()).structuring(dialect).map(place::at);
  }

  /** Returns a tag in a file of a configuration. */
  public Optional<Origin> tag(LoadedConfiguration configuration) {
    return files(configuration.directives(), new LinkedHashMap<>()).values().stream()
        .flatMap(place -> marks(place.file()).tag().map(place::at).stream())
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

  private Marks marks(SourceFile file) {
    return marks.computeIfAbsent(file, one -> Marks.of(one.text(), this::isVariable));
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
      for (Argument argument : directive.arguments()) {
        String value = argument.value();
        if (value.startsWith("$") && !value.startsWith("${")) {
          variables.add(value.toLowerCase(Locale.ROOT));
        }
      }
      collect(directive.body(), variables);
    }
  }
}
