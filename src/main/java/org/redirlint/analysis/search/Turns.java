package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Question.Equality;
import org.redirlint.analysis.search.Question.Matching;
import org.redirlint.analysis.search.Question.Sorting;
import org.redirlint.analysis.search.Source.Joined;
import org.redirlint.analysis.search.Source.Part;
import org.redirlint.http.Method;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/** Finds texts for which a test has another answer than it had. */
final class Turns {

  /** How many texts are drawn for each turn. */
  private static final int SAMPLES = 4;

  /** Tables larger than this are not gone through: their texts are tried from the start. */
  private static final int MOST_CASES = 64;

  private static final List<String> HOSTS =
      List.of(
          Seeds.ANY_HOST, "www." + Seeds.ANY_HOST, "shop." + Seeds.ANY_HOST, "m." + Seeds.ANY_HOST);

  /** Methods that clients send. */
  private static final List<String> METHODS =
      Stream.of(Method.GET, Method.HEAD, Method.POST, Method.PUT, Method.DELETE, Method.OPTIONS)
          .map(Method::name)
          .toList();

  /** A dot that is not escaped is mostly meant as one. */
  private static final Pattern MARKS = Pattern.compile("[\\^$\\\\]");

  private static final List<String> PATHS =
      Seeds.ANYWHERE.stream().filter(path -> path.indexOf('?') < 0).toList();

  private final Map<Key, List<String>> drawn = new HashMap<>();
  private final Map<String, Language> shapes = new HashMap<>();
  private final Map<TextSet, List<String>> inSets = new HashMap<>();

  private record Key(String pattern, boolean ignoreCase, boolean wanted, String shape) {}

  /** Returns texts that turn the answer, the most likely ones first. */
  List<String> of(Question question) {
    if (question instanceof Equality equality) {
      return equality.same() ? List.of() : List.of(equality.other());
    }
    if (question instanceof Sorting sorting) {
      return cases(sorting.classifier(), sorting.result(), sorting.subject());
    }
    Matching matching = (Matching) question;
    return matching(matching.regex(), !matching.matched(), matching.subject());
  }

  private <T> List<String> cases(Classifier<T> classifier, Object result, Value subject) {
    List<String> usual =
        isPart(subject, Trial.METHOD)
            ? METHODS
            : subject.text().startsWith("/") ? PATHS : List.<String>of();
    Set<String> texts = new LinkedHashSet<>();
    List<Case<T>> cases = classifier.cases();
    for (Case<T> entry : cases.subList(0, Math.min(cases.size(), MOST_CASES))) {
      if (!result.equals(entry.result())) {
        List<String> outside =
            outside(entry.texts(), usual).stream()
                .filter(text -> entry.result().equals(classifier.of(text)))
                .limit(SAMPLES)
                .toList();
        texts.addAll(
            outside.isEmpty() ? inSets.computeIfAbsent(entry.texts(), Turns::texts) : outside);
      }
    }
    return List.copyOf(texts);
  }

  /**
   * Almost any text is outside of a set, or in that of all: the usual ones do for all such sets.
   */
  private static List<String> outside(TextSet set, List<String> usual) {
    return set instanceof TextSet.Outside || set.equals(TextSet.all())
        ? usual.stream().filter(set::contains).toList()
        : List.of();
  }

  private static boolean isPart(Value subject, String name) {
    return subject.source() instanceof Part part && part.name().equals(name);
  }

  private static List<String> texts(TextSet set) {
    if (set instanceof TextSet.OneOf some) {
      return some.texts().stream().sorted().limit(MOST_CASES).toList();
    }
    if (set instanceof TextSet.InAnyCase cased) {
      return texts(cased.lower());
    }
    if (set instanceof TextSet.Behind behind && behind.rest().contains("")) {
      return texts(behind.rest()).stream().map(rest -> behind.start() + rest).toList();
    }
    if (!(set instanceof TextSet.Around around)) {
      return samples(set);
    }
    int missing = around.length() - around.start().length() - around.end().length();
    return List.of(
        around.start() + around.end(),
        around.start() + "a".repeat(Math.max(1, missing)) + around.end());
  }

  private static List<String> samples(TextSet set) {
    try {
      return Language.of(set).samples(SAMPLES);
    } catch (LanguageTooLargeException tooLarge) {
      return List.of();
    }
  }

  private List<String> matching(Regex regex, boolean wanted, Value subject) {
    Key key = new Key(regex.pattern(), regex.ignoreCase(), wanted, shape(subject));
    return drawn.computeIfAbsent(key, unknown -> draw(regex, wanted, subject));
  }

  private List<String> draw(Regex regex, boolean wanted, Value subject) {
    Set<String> texts = new LinkedHashSet<>();
    List<String> usual = new ArrayList<>();
    if (isPart(subject, Trial.HOST)) {
      usual.add(MARKS.matcher(regex.pattern()).replaceAll(""));
      usual.addAll(HOSTS);
    } else if (isPart(subject, Trial.METHOD)) {
      usual.addAll(METHODS);
    }
    usual.stream()
        .filter(text -> regex.match(text) instanceof MatchResult.Matched == wanted)
        .forEach(texts::add);
    try {
      LanguageMatch match = regex.match(Language.ALL);
      Language language = wanted ? match.matching() : match.rest();
      texts.addAll(
          language
              .intersect(shapes.computeIfAbsent(shape(subject), Turns::language))
              .samples(SAMPLES));
    } catch (LanguageTooLargeException tooLarge) {
      // What cannot be drawn is not tried.
    }
    return new ArrayList<>(texts).stream().limit(SAMPLES).toList();
  }

  /** Returns what a value can look like at most, as a pattern. */
  private static String shape(Value subject) {
    if (subject.source() instanceof Joined joined) {
      return Shape.of(joined.parts());
    }
    if (subject.source() instanceof Part) {
      return Shape.of(List.of(subject));
    }
    return subject.text().startsWith("/") ? "^/" : "";
  }

  private static Language language(String pattern) {
    return pattern.isEmpty()
        ? Language.ALL
        : Regex.constant(pattern).match(Language.ALL).matching();
  }
}
