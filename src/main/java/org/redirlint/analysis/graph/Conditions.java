package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteCond.ExpressionPattern;
import org.redirlint.model.httpd.RewriteCond.FileTest;
import org.redirlint.model.httpd.RewriteCond.RegexPattern;
import org.redirlint.model.httpd.RewriteCond.StringComparison;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.FileStatus;

/**
 * The conditions of a rule of mod_rewrite. Nothing that can hold is ever said not to.
 *
 * @param groups of each group, one condition has to hold
 * @param captures returns what a group of the rule's pattern captures of some paths
 * @param knowsFiles whether the file of the request is known by then, as it is in a directory
 * @param rewritten whether rules before may have led the request elsewhere
 */
record Conditions(
    List<List<RewriteCond>> groups,
    CapturesOfPaths captures,
    boolean knowsFiles,
    boolean rewritten) {

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]+");

  /** No conditions. */
  static final Conditions NONE =
      new Conditions(List.of(), paths -> group -> Language.ALL, false, false);

  /** What is the same for each part of one request. */
  private static final Set<String> OF_CONNECTION =
      Set.of("HTTP_HOST", "HTTP:HOST", "HTTPS", "REQUEST_SCHEME", "SERVER_PORT", "THE_REQUEST");

  /** What the groups of a pattern capture. */
  @FunctionalInterface
  interface CapturesOfPaths {
    /** Returns what each group captures where the paths match. */
    IntFunction<Language> of(Language paths);
  }

  Conditions {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** Reads conditions as they are written. */
  static Conditions of(
      List<RewriteCond> written, CapturesOfPaths captures, boolean inFolder, boolean rewritten) {
    List<List<RewriteCond>> groups = new ArrayList<>();
    List<RewriteCond> open = new ArrayList<>();
    for (RewriteCond condition : written) {
      open.add(condition);
      if (!condition.or()) {
        groups.add(open);
        open = new ArrayList<>();
      }
    }
    if (!open.isEmpty()) {
      groups.add(open);
    }
    return new Conditions(groups, captures, inFolder && !rewritten, rewritten);
  }

  /** Returns the same with one more before them. */
  Conditions and(Optional<RewriteCond> first) {
    List<List<RewriteCond>> more = new ArrayList<>();
    first.ifPresent(condition -> more.add(List.of(condition)));
    more.addAll(groups);
    return new Conditions(more, captures, knowsFiles, rewritten);
  }

  /** Tells whether there are none. */
  boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * Tells whether they hold for all that becomes of a request inside the server, or for nothing.
   */
  boolean areOfConnection() {
    return groups.stream()
        .flatMap(List::stream)
        .allMatch(
            condition ->
                !(condition.pattern() instanceof FileTest)
                    && condition.test().parts().stream().allMatch(Conditions::isOfConnection));
  }

  private static boolean isOfConnection(Part part) {
    return part instanceof Literal
        || (part instanceof Variable variable
            && OF_CONNECTION.contains(variable.name().toUpperCase(Locale.ROOT)));
  }

  /** Returns the hosts for which they may hold. */
  Language hosts() {
    Language hosts = Language.ALL;
    for (List<RewriteCond> group : groups) {
      if (group.size() == 1
          && group.get(0).test().parts().equals(List.of(new Variable("HTTP_HOST")))) {
        hosts = hosts.intersect(holding(group.get(0), Language.ALL));
      }
    }
    return hosts;
  }

  /**
   * Returns what a group of the last condition captures that does; those that are negated, or test
   * no pattern, leave what was captured before them (apply_rewrite_cond).
   *
   * @param group the group's number
   */
  Language captured(int group, Arrival arrival) {
    Language captured = Language.NONE;
    for (int i = groups.size() - 1; i >= 0; i--) {
      boolean all = true;
      for (RewriteCond condition : groups.get(i)) {
        Optional<Regex> regex = capturing(condition);
        all &= regex.isPresent();
        if (condition.pattern() instanceof ExpressionPattern) {
          return Language.ALL;
        }
        if (regex.isPresent()) {
          captured = captured.union(captured(regex.get(), group, condition.test(), arrival));
        }
      }
      if (all) {
        return captured;
      }
    }
    return captured.union(Language.of(""));
  }

  /** Returns the pattern that captures where a condition holds; empty if none does. */
  private static Optional<Regex> capturing(RewriteCond condition) {
    return !condition.negated() && condition.pattern() instanceof RegexPattern pattern
        ? Optional.of(pattern.regex())
        : Optional.empty();
  }

  private Language captured(Regex regex, int group, Template test, Arrival arrival) {
    if (group > regex.groupCount()) {
      return Language.of("");
    }
    LanguageMatch match = regex.match(value(test, arrival).orElse(Language.ALL));
    return match.mayBeUnset(group) ? match.group(group).union(Language.of("")) : match.group(group);
  }

  /** Returns the variable that the last condition tests; empty if it tests something else. */
  Optional<String> lastVariable() {
    return last().isPresent()
            && lastCondition().test().parts().size() == 1
            && lastCondition().test().parts().get(0) instanceof Variable variable
        ? Optional.of(variable.name())
        : Optional.empty();
  }

  private RewriteCond lastCondition() {
    return groups.get(groups.size() - 1).get(0);
  }

  /** The last condition, if it is the one that captures. */
  Optional<RegexPattern> last() {
    if (groups.isEmpty() || groups.get(groups.size() - 1).size() > 1) {
      return Optional.empty();
    }
    RewriteCond last = lastCondition();
    return !last.negated() && last.pattern() instanceof RegexPattern pattern
        ? Optional.of(pattern)
        : Optional.empty();
  }

  /** Tells whether they may hold for some of the requests. */
  boolean mayHold(Arrival arrival, Suppositions suppositions) {
    return groups.stream()
        .allMatch(
            group ->
                group.stream().anyMatch(condition -> mayHold(condition, arrival, suppositions)));
  }

  private boolean mayHold(RewriteCond condition, Arrival arrival, Suppositions suppositions) {
    if (condition.pattern() instanceof FileTest test) {
      if (test.kind() == 'f' && !condition.negated() && asksTwice(condition.test(), arrival)) {
        suppositions.add("no file has the extension " + extension(condition.test()) + " twice");
        return false;
      }
      Optional<Boolean> there =
          asksFile(condition.test()) ? isThere(test, arrival) : Optional.empty();
      boolean holds = there.isEmpty() || there.get() != condition.negated();
      if (!holds) {
        arrival.place().named().ifPresent(suppositions::addFile);
      }
      return holds;
    }
    Optional<Language> value = value(condition.test(), arrival);
    boolean holds = value.isEmpty() || !holding(condition, value.get()).isEmpty();
    if (!holds) {
      suppose(condition.test(), suppositions);
    }
    return holds;
  }

  /** Notes what is supposed by whoever relies on what a text is. */
  static void suppose(Template test, Suppositions suppositions) {
    for (Part part : test.parts()) {
      if (part instanceof Variable variable) {
        switch (variable.name().toUpperCase(Locale.ROOT)) {
          case "HTTPS", "REQUEST_SCHEME", "SERVER_PORT" ->
              suppositions.add("TLS ends in this server");
          case "HTTP:X-FORWARDED-PROTO" ->
              suppositions.add("X-Forwarded-Proto names the scheme of each request");
          default -> {}
        }
      }
    }
  }

  /** Tells whether a test of a file holds; empty if that is not known. */
  static Optional<Boolean> isThere(FileTest test, Arrival arrival) {
    if (arrival.status().isEmpty()) {
      return Optional.empty();
    }
    FileStatus status = arrival.status().get();
    return switch (test.kind()) {
      case 'd' -> Optional.of(status == FileStatus.DIRECTORY);
      case 'f' -> Optional.of(status == FileStatus.FILE);
      case 's' -> status == FileStatus.FILE ? Optional.empty() : Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * Tells whether a file is asked for that has an extension behind the same extension. The name of
   * the file that is asked for may end earlier than the path: where a folder is missing.
   */
  private boolean asksTwice(Template test, Arrival arrival) {
    String extension = extension(test);
    return !extension.isEmpty()
        && test.parts().size() > 1
        && value(test.parts().get(test.parts().size() - 2), arrival)
            .filter(Language.endingWith(extension)::includes)
            .isPresent();
  }

  /** Returns the extension that a text ends with; the empty text if it ends with none. */
  private static String extension(Template test) {
    int last = test.parts().size() - 1;
    return last >= 0
            && test.parts().get(last) instanceof Literal literal
            && EXTENSION.matcher(literal.text()).matches()
        ? literal.text()
        : "";
  }

  /** Tells whether a text names the file at the path that is asked for. */
  boolean asksFile(Template test) {
    String text = test.toString();
    return (knowsFiles && (text.equals("${REQUEST_FILENAME}") || text.equals("${SCRIPT_FILENAME}")))
        || text.equals("${DOCUMENT_ROOT}${REQUEST_URI}")
        || text.equals("${DOCUMENT_ROOT}/${REQUEST_URI}");
  }

  /** Returns those of some texts for which a condition may hold. */
  static Language holding(RewriteCond condition, Language texts) {
    return sorted(condition, texts, !condition.negated());
  }

  /** Returns those of some texts for which a condition may fail. */
  static Language failing(RewriteCond condition, Language texts) {
    return sorted(condition, texts, condition.negated());
  }

  /** Returns those of some texts that may fit a pattern, or may fail to. */
  private static Language sorted(RewriteCond condition, Language texts, boolean fitting) {
    if (condition.pattern() instanceof RegexPattern pattern) {
      LanguageMatch match = pattern.regex().match(texts);
      return fitting ? match.matching() : match.rest();
    }
    if (condition.pattern() instanceof StringComparison comparison
        && comparison.operator().equals("=")) {
      String text = comparison.text();
      TextSet same =
          comparison.ignoreCase()
              ? new TextSet.InAnyCase(TextSet.of(TextSet.InAnyCase.LOWER_CASE.apply(text)))
              : TextSet.of(text);
      return fitting ? texts.intersect(Language.of(same)) : texts.minus(Language.of(same));
    }
    return texts;
  }

  /** Returns what a text may be; empty if anything. */
  Optional<Language> value(Template test, Arrival arrival) {
    Language text = Language.of("");
    boolean known = test.parts().isEmpty();
    for (Part part : test.parts()) {
      Optional<Language> piece = value(part, rewritten ? arrival.rewritten() : arrival);
      known |= piece.isPresent() && !(part instanceof Literal);
      text = text.concatenate(piece.orElse(Language.ALL));
    }
    return known && !test.parts().isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private Optional<Language> value(Part part, Arrival arrival) {
    if (part instanceof Literal literal) {
      return Optional.of(Language.of(literal.text()));
    }
    if (part instanceof Variable variable) {
      return arrival.value(variable.name());
    }
    return part instanceof Backreference group
        ? Optional.of(captures.of(arrival.place().paths()).apply(group.group()))
        : Optional.empty();
  }
}
