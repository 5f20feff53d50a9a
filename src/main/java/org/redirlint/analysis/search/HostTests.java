package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.redirlint.analysis.search.Question.Equality;
import org.redirlint.analysis.search.Question.Matching;
import org.redirlint.analysis.search.Question.Sorting;
import org.redirlint.analysis.search.Source.Part;
import org.redirlint.regex.MatchResult;

/**
 * The tests a configuration makes of hosts. A host that a test tells from any other one is named by
 * it, and so it leads here.
 */
final class HostTests {

  /** A host that no configuration knows. */
  static final String ANY_OTHER = "redirlint.invalid";

  private static final String WWW = "www.";
  private static final int MOST = 200;

  private final boolean nameless;
  private final Set<Object> known = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private final List<Function<String, Object>> tests = new ArrayList<>();

  /**
   * Begins without tests.
   *
   * @param nameless whether no names are configured, so that tests are all that tells
   */
  HostTests(boolean nameless) {
    this.nameless = nameless;
  }

  void add(List<Question> questions) {
    for (Question question : questions) {
      if (question.subject().source() instanceof Part part
          && part.name().equals(Trial.HOST)
          && tests.size() < MOST
          && known.add(question.signature())) {
        tests.add(test(question));
      }
    }
  }

  private static Function<String, Object> test(Question question) {
    if (question instanceof Matching matching) {
      return host -> matching.regex().match(host) instanceof MatchResult.Matched;
    }
    if (question instanceof Sorting sorting) {
      return sorting.classifier()::of;
    }
    return ((Equality) question).other()::equals;
  }

  /** Notes that requests were answered for a host. */
  void visited(String host) {
    visited.add(host);
  }

  /**
   * Tells whether a host is named; where no names are configured, also whether it is that of a
   * visited one with or without its {@code www}.
   */
  boolean name(String host) {
    if (nameless && visited.contains(sibling(host))) {
      return true;
    }
    return tests.stream().anyMatch(test -> !test.apply(host).equals(test.apply(ANY_OTHER)));
  }

  /** Returns a host of the same domain that nobody has. */
  static String neighbour(String host) {
    return host.replaceFirst("^[^.]*", "redirlint");
  }

  /** Returns a host with {@code www} before it, or without it. */
  static String sibling(String host) {
    return host.startsWith(WWW) ? host.substring(WWW.length()) : WWW + host;
  }
}
