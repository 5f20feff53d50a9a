package org.redirlint.analysis.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.redirlint.analysis.search.Source.Captured;
import org.redirlint.analysis.search.Source.Changed;
import org.redirlint.analysis.search.Source.Constant;
import org.redirlint.analysis.search.Source.Joined;
import org.redirlint.analysis.search.Source.Part;
import org.redirlint.regex.Language;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * Finds out how a request has to be changed for a value to become another text. It may fail where
 * there is a way: what it finds is tried, not believed.
 */
final class Solver {

  /** Longer subjects are not searched for the place of what was captured. */
  private static final int LONGEST_SUBJECT = 200;

  private final Map<String, Regex> shapes = new ConcurrentHashMap<>();

  /** Returns the parts of the request that have to change; empty if none is found. */
  Optional<Map<String, String>> solve(Value value, String wanted) {
    Source source = value.source();
    if (source instanceof Constant || value.text().equals(wanted)) {
      return value.text().equals(wanted) ? Optional.of(Map.of()) : Optional.empty();
    }
    if (source instanceof Part part) {
      return sendable(part.name(), wanted).map(text -> Map.of(part.name(), text));
    }
    if (source instanceof Changed changed) {
      return unchanged(changed.by(), changed.of(), value.text(), wanted)
          .flatMap(before -> solve(changed.of(), before));
    }
    if (source instanceof Captured captured) {
      return subject(captured, value.text(), wanted)
          .flatMap(subject -> solve(captured.of(), subject));
    }
    return joined(((Joined) source).parts(), wanted);
  }

  /** Returns a subject of which a group captures another text; empty if none is found. */
  private static Optional<String> subject(Captured captured, String text, String wanted) {
    String subject = captured.of().text();
    int longest = Math.min(subject.length(), LONGEST_SUBJECT);
    for (int at = longest - text.length(); at >= 0; at--) {
      if (subject.startsWith(text, at)) {
        String guess = subject.substring(0, at) + wanted + subject.substring(at + text.length());
        if (captured.regex().match(guess) instanceof MatchResult.Matched matched
            && captured.group() < matched.groups().size()
            && matched.groups().get(captured.group()).equals(wanted)) {
          return Optional.of(guess);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what a browser sends for a text that is to arrive; empty if it cannot. */
  private static Optional<String> sendable(String name, String wanted) {
    return switch (name) {
      case Trial.PATH ->
          wanted.startsWith("/") ? Optional.of(encoded(wanted, "?#")) : Optional.empty();
      case Trial.QUERY ->
          wanted.isEmpty() || wanted.startsWith("?")
              ? Optional.of(encoded(wanted, "#"))
              : Optional.empty();
      case Trial.HOST ->
          wanted.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*") ? Optional.of(wanted) : Optional.empty();
      case Trial.METHOD -> wanted.matches("[A-Z]+") ? Optional.of(wanted) : Optional.empty();
      default ->
          wanted.strip().equals(wanted) && wanted.chars().allMatch(c -> c >= ' ' && c < 0x7F)
              ? Optional.of(wanted)
              : Optional.empty();
    };
  }

  private static String encoded(String text, String more) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > ' ' && c < 0x7F && "\"<>`{}\\".indexOf(c) < 0 && more.indexOf(c) < 0;
      encoded.append(plain ? c : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }

  /** Guesses what a change makes a text of, from what it has made of another one. */
  private static Optional<String> unchanged(
      Transformation by, Value before, String after, String wanted) {
    String text = before.text();
    int at = text.lastIndexOf(after);
    for (String guess :
        List.of(
            at < 0 ? wanted : text.substring(0, at) + wanted + text.substring(at + after.length()),
            wanted,
            encoded(wanted, "%?#"),
            text + wanted,
            "?" + wanted,
            "/" + wanted,
            wanted.toLowerCase(Locale.ROOT))) {
      if (by.apply(guess).equals(wanted)) {
        return Optional.of(guess);
      }
    }
    return by instanceof Transducer transducer ? preimage(transducer, wanted) : Optional.empty();
  }

  private static Optional<String> preimage(Transducer transducer, String wanted) {
    try {
      return Language.of(wanted).preimage(transducer).shortest();
    } catch (LanguageTooLargeException tooLarge) {
      return Optional.empty();
    }
  }

  /** A joined value is taken apart by what its parts can look like. */
  private Optional<Map<String, String>> joined(List<Value> parts, String wanted) {
    Regex shape = shapes.computeIfAbsent(Shape.of(parts), Regex::constant);
    if (!(shape.match(wanted) instanceof MatchResult.Matched matched)) {
      return Optional.empty();
    }
    Map<String, String> changes = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Optional<Map<String, String>> solved = solve(parts.get(i), matched.groups().get(i + 1));
      if (solved.isEmpty()) {
        return Optional.empty();
      }
      changes.putAll(solved.get());
    }
    return Optional.of(changes);
  }
}
