package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/** A value that depends on the request: what was done to which part of it. */
sealed interface Term {

  /**
   * Returns the value for one request; empty where that cannot be told.
   *
   * @param inputs the parts of the request by name
   */
  Optional<String> evaluate(Map<String, String> inputs);

  /**
   * A text that is always the same.
   *
   * @param text the text
   */
  record Text(String text) implements Term {
    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      return Optional.of(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A part of the request.
   *
   * @param name its name
   */
  record Input(String name) implements Term {
    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      return Optional.of(inputs.getOrDefault(name, ""));
    }

    @Override
    public String toString() {
      return "{" + name + "}";
    }
  }

  /**
   * What a transducer writes for another value.
   *
   * @param transducer the transducer
   * @param of the other value
   */
  record Changed(Transducer transducer, Term of) implements Term {
    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      return of.evaluate(inputs).map(transducer::apply);
    }

    @Override
    public String toString() {
      return of.toString();
    }
  }

  /**
   * Values one after the other.
   *
   * @param parts the values, at least two
   */
  record Joined(List<Term> parts) implements Term {
    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      StringBuilder whole = new StringBuilder();
      for (Term part : parts) {
        Optional<String> text = part.evaluate(inputs);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        whole.append(text.get());
      }
      return Optional.of(whole.toString());
    }

    @Override
    public String toString() {
      StringBuilder whole = new StringBuilder();
      parts.forEach(whole::append);
      return whole.toString();
    }
  }

  /**
   * What a group of a regular expression captures.
   *
   * @param regex the expression
   * @param group the number of the group
   * @param of the value that is matched
   * @param possible what the group can capture
   */
  record Captured(Regex regex, int group, Term of, Language possible) implements Term {
    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      Optional<String> subject = of.evaluate(inputs);
      if (subject.isPresent()
          && regex.match(subject.get()) instanceof MatchResult.Matched matched
          && group < matched.groups().size()) {
        return Optional.of(matched.groups().get(group));
      }
      return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Captured captured
          && captured.regex.equals(regex)
          && captured.group == group
          && captured.of.equals(of);
    }

    @Override
    public int hashCode() {
      return (of.hashCode() * 31 + regex.hashCode()) * 31 + group;
    }

    @Override
    public String toString() {
      return "$" + group;
    }
  }

  /** Returns one value after another. */
  static Term join(Term left, Term right) {
    List<Term> parts = new ArrayList<>();
    add(parts, left);
    add(parts, right);
    return parts.isEmpty() ? new Text("") : parts.size() == 1 ? parts.get(0) : new Joined(parts);
  }

  private static void add(List<Term> parts, Term term) {
    if (term instanceof Joined joined) {
      joined.parts().forEach(part -> add(parts, part));
    } else if (term instanceof Text text) {
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last) instanceof Text before) {
        parts.set(last, new Text(before.text() + text.text()));
      } else if (!text.text().isEmpty()) {
        parts.add(text);
      }
    } else {
      parts.add(term);
    }
  }

  /** Returns a value without its first part. */
  static Term behindFirst(Term term) {
    if (!(term instanceof Joined joined)) {
      return new Text("");
    }
    Term rest = new Text("");
    for (Term part : joined.parts().subList(1, joined.parts().size())) {
      rest = join(rest, part);
    }
    return rest;
  }

  /** Returns a value without its first characters. */
  static Term without(int first, Term term) {
    Term head = term instanceof Joined joined ? joined.parts().get(0) : term;
    return head instanceof Text text && text.text().length() >= first
        ? join(new Text(text.text().substring(first)), behindFirst(term))
        : change(Transducer.without(first), term);
  }

  /** Returns what a transducer writes for a value. */
  static Term change(Transducer transducer, Term of) {
    return of instanceof Text text
        ? new Text(transducer.apply(text.text()))
        : new Changed(transducer, of);
  }
}
