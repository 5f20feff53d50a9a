package org.redirlint.rule.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.RegexSyntaxException;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.fix.Words;
import org.redirlint.source.Origin;

/**
 * A regular expression that a path or a host is tested with.
 *
 * @param at the directive it stands in
 * @param acting the directive that is seen to act where it matches: of a condition, the rule below
 * @param place where the expression stands
 * @param subject what is tested
 * @param text the expression, without its exclamation mark
 * @param ignoreCase whether case does not matter
 * @param negated whether it must not match
 */
record WrittenPattern(
    Occurrence at,
    LoadedDirective acting,
    Origin place,
    Subject subject,
    String text,
    boolean ignoreCase,
    boolean negated) {

  /** What is tested. */
  enum Subject {
    /** The host. */
    HOST,
    /** The path. */
    PATH
  }

  private static final String[] NAMES = {
    "RewriteCond", "RewriteRule", "RedirectMatch", "rewrite", "location", "if"
  };
  private static final Language HOST =
      Regex.constant("^[a-z0-9-]+(?:\\.[a-z0-9-]+)*(?::[0-9]+)?\\z").match(Language.ALL).matching();
  private static final Set<String> HOSTS = Set.of("$host", "$http_host", "%{http_host}");
  private static final Set<String> PATHS =
      Set.of("$uri", "$document_uri", "$request_uri", "%{request_uri}");
  private static final Set<String> STATUS_WORDS = Set.of("permanent", "temp", "seeother", "gone");
  private static final String NO_REGEX = "=<>-";

  /** Returns all that a project's configurations hold. */
  static Stream<WrittenPattern> in(Project project) {
    return project.once(WrittenPattern.class, WrittenPattern::lookUp);
  }

  private static List<WrittenPattern> lookUp(Project project) {
    List<WrittenPattern> found = new ArrayList<>();
    List<Occurrence> conditions = new ArrayList<>();
    project
        .directives(NAMES)
        .forEach(
            at -> {
              switch (at.directive().name().toLowerCase(Locale.ROOT)) {
                case "rewritecond" -> conditions.add(at);
                case "rewriterule" -> {
                  conditions.forEach(
                      condition -> condition(condition, at.directive()).ifPresent(found::add));
                  conditions.clear();
                  httpd(at, at.directive(), 0, 2, Subject.PATH).ifPresent(found::add);
                }
                case "redirectmatch" -> redirectMatch(at).ifPresent(found::add);
                default -> nginx(at).ifPresent(found::add);
              }
            });
    return found;
  }

  /** Puts another text in the place of one that stands once in the expression. */
  Optional<TextEdit> edit(String part, String instead) {
    return at.directive().arguments().stream()
        .filter(word -> word.span().equals(place.span()))
        .findFirst()
        .flatMap(word -> Words.part(at.directive(), word, part, instead));
  }

  /** Returns the compiled expression; empty if PCRE refuses it. */
  Optional<Regex> regex() {
    return compile(text, ignoreCase);
  }

  /** Returns an expression; empty if PCRE refuses it. */
  static Optional<Regex> compile(String text, boolean ignoreCase) {
    try {
      return Optional.of(Regex.compile(text, ignoreCase));
    } catch (RegexSyntaxException refused) {
      return Optional.empty();
    }
  }

  /** Returns a host in lower case that an expression matches; empty if there is none. */
  static Optional<String> host(Regex regex) {
    try {
      return regex.match(Language.ALL).matching().intersect(HOST).shortest();
    } catch (LanguageTooLargeException tooLarge) {
      return Optional.empty();
    }
  }

  private static Optional<WrittenPattern> condition(Occurrence at, LoadedDirective rule) {
    return subject(at.directive().argument(0))
        .flatMap(subject -> httpd(at, rule, 1, 2, subject))
        .filter(found -> found.text.isEmpty() || NO_REGEX.indexOf(found.text.charAt(0)) < 0)
        .filter(found -> !found.text.equalsIgnoreCase("expr"));
  }

  private static Optional<WrittenPattern> httpd(
      Occurrence at, LoadedDirective acting, int index, int flagsIndex, Subject subject) {
    List<Argument> arguments = at.directive().arguments();
    if (arguments.size() <= index) {
      return Optional.empty();
    }
    Argument argument = arguments.get(index);
    boolean negated = argument.value().startsWith("!");
    boolean ignoreCase =
        arguments.size() > flagsIndex
            && FlagList.of(arguments.get(flagsIndex))
                .flatMap(flags -> flags.find("NC", "nocase"))
                .isPresent();
    return Optional.of(
        new WrittenPattern(
            at,
            acting,
            at.directive().originOf(argument),
            subject,
            argument.value().substring(negated ? 1 : 0),
            ignoreCase,
            negated));
  }

  private static Optional<WrittenPattern> redirectMatch(Occurrence at) {
    String first = at.directive().argument(0);
    boolean status =
        STATUS_WORDS.contains(first.toLowerCase(Locale.ROOT)) || first.matches("[0-9]{3}");
    return httpd(at, at.directive(), status ? 1 : 0, Integer.MAX_VALUE, Subject.PATH);
  }

  private static Optional<WrittenPattern> nginx(Occurrence at) {
    if (!at.isNginxHttp()) {
      return Optional.empty();
    }
    List<Argument> words = at.directive().arguments();
    if (at.directive().is("rewrite")) {
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(nginx(at, words.get(0), words.get(0).value(), "~", Subject.PATH));
    }
    if (at.directive().is("location")) {
      return words.size() == 2 && words.get(0).value().startsWith("~")
          ? Optional.of(
              nginx(at, words.get(1), words.get(1).value(), words.get(0).value(), Subject.PATH))
          : Optional.empty();
    }
    return test(at, words);
  }

  /** The parentheses of an {@code if} may stand alone or at its words. */
  private static Optional<WrittenPattern> test(Occurrence at, List<Argument> arguments) {
    List<Argument> kept = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i).value();
      word = i == 0 && word.startsWith("(") ? word.substring(1) : word;
      boolean closes = i == arguments.size() - 1 && word.endsWith(")");
      word = closes ? word.substring(0, word.length() - 1) : word;
      if (!word.isEmpty()) {
        words.add(word);
        kept.add(arguments.get(i));
      }
    }
    if (words.size() != 3 || !words.get(1).matches("!?~\\*?")) {
      return Optional.empty();
    }
    return subject(words.get(0))
        .map(subject -> nginx(at, kept.get(2), words.get(2), words.get(1), subject));
  }

  private static WrittenPattern nginx(
      Occurrence at, Argument argument, String text, String operator, Subject subject) {
    return new WrittenPattern(
        at,
        at.directive(),
        at.directive().originOf(argument),
        subject,
        text,
        operator.endsWith("*"),
        operator.startsWith("!"));
  }

  private static Optional<Subject> subject(String variable) {
    String name = variable.toLowerCase(Locale.ROOT);
    if (HOSTS.contains(name)) {
      return Optional.of(Subject.HOST);
    }
    return PATHS.contains(name) ? Optional.of(Subject.PATH) : Optional.empty();
  }
}
