package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Returns the parts of the request it is made of. */
  Set<Input> inputs();

  /**
   * A text that is always the same.
   *
   * @param text the text
   */
  record Text(String text) implements Term {
    @Override
    public Set<Input> inputs() {
      return Set.of();
    }

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
    public Set<Input> inputs() {
      return Set.of(this);
    }

    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      return Optional.of(inputs.getOrDefault(name, ""));
    }

    @Override
    public String toString() {
      return "{" + name + "}";
    }
  }

  /** What a transducer writes for another value. */
  final class Changed implements Term {

    private final Transducer transducer;
    private final Term of;
    private final int hash;

    Changed(Transducer transducer, Term of) {
      this.transducer = transducer;
      this.of = of;
      this.hash = transducer.hashCode() * 31 + of.hashCode();
    }

    Transducer transducer() {
      return transducer;
    }

    Term of() {
      return of;
    }

    @Override
    public Set<Input> inputs() {
      return of.inputs();
    }

    @Override
    public Optional<String> evaluate(Map<String, String> inputs) {
      return of.evaluate(inputs).map(transducer::apply);
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Changed changed
              && changed.hash == hash
              && changed.transducer.equals(transducer)
              && changed.of.equals(of));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return of.toString();
    }
  }

  /** Values one after the other, at least two. */
  final class Joined implements Term {

    private final List<Term> parts;
    private final Set<Input> inputs = new HashSet<>();
    private final int hash;

    Joined(List<Term> parts) {
      this.parts = List.copyOf(parts);
      this.hash = this.parts.hashCode();
      parts.forEach(part -> inputs.addAll(part.inputs()));
    }

    List<Term> parts() {
      return parts;
    }

    @Override
    public Set<Input> inputs() {
      return inputs;
    }

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
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Joined joined && joined.hash == hash && joined.parts.equals(parts));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      StringBuilder whole = new StringBuilder();
      parts.forEach(whole::append);
      return whole.toString();
    }
  }

  /** What a group of a regular expression captures in a value that matches. */
  final class Captured implements Term {

    private final Regex regex;
    private final int group;
    private final Term of;
    private final int hash;

    Captured(Regex regex, int group, Term of) {
      this.regex = regex;
      this.group = group;
      this.of = of;
      this.hash = (of.hashCode() * 31 + regex.hashCode()) * 31 + group;
    }

    Regex regex() {
      return regex;
    }

    int group() {
      return group;
    }

    Term of() {
      return of;
    }

    @Override
    public Set<Input> inputs() {
      return of.inputs();
    }

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
      return this == other
          || (other instanceof Captured captured
              && captured.hash == hash
              && captured.group == group
              && captured.regex.equals(regex)
              && captured.of.equals(of));
    }

    @Override
    public int hashCode() {
      return hash;
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

  /** Returns the text that always ends a value of several parts, as far as it is written down. */
  static String end(Term term) {
    return term instanceof Joined joined
            && joined.parts().get(joined.parts().size() - 1) instanceof Text text
        ? text.text()
        : "";
  }

  /** Tells whether a value is another one with some text before or behind it. */
  static boolean isLonger(Term term, Term part) {
    return term instanceof Joined joined
        && joined.parts().contains(part)
        && joined.parts().stream().anyMatch(Text.class::isInstance);
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

  /** Returns what a transducer writes for a value; what it reads first may be known. */
  static Term change(Transducer transducer, Term of) {
    if (of instanceof Text text) {
      return new Text(transducer.apply(text.text()));
    }
    if (of instanceof Joined joined && joined.parts().get(0) instanceof Text first) {
      StringBuilder written = new StringBuilder();
      int state = transducer.start();
      for (int i = 0; i < first.text().length(); i++) {
        written.append(transducer.written(state, first.text().charAt(i)));
        state = transducer.next(state, first.text().charAt(i));
      }
      Term rest = change(Continued.of(transducer, state), behindFirst(of));
      return join(new Text(written.toString()), rest);
    }
    return Continued.isIdentity(transducer) ? of : new Changed(transducer, of);
  }
}
