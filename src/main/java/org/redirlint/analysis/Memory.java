package org.redirlint.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.DotSegments;

/**
 * Remembers what operations on languages came to. Ways through a configuration have most of their
 * tests in common, so that the same languages meet again and again. All that it has worked out is
 * bounded: what needs more than that cannot be told.
 */
final class Memory {

  /** Up to how many texts are looked at one by one. */
  static final int FEW = 64;

  private final Map<Operation, Object> results = new HashMap<>();
  private final Map<String, Language> texts = new HashMap<>();
  private final Map<Object, Language> languages = new HashMap<>();
  private final Budget budget;

  /** Takes what all that is worked out may cost. */
  Memory(Budget budget) {
    this.budget = budget;
  }

  /** An operation on one or two operands, which are told apart by what they are, not as sets. */
  private record Operation(String name, Object left, Object right) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Operation operation
          && operation.name.equals(name)
          && same(operation.left, left)
          && same(operation.right, right);
    }

    /** Two transducers or expressions may be equal; languages are compared by identity alone. */
    static boolean same(Object one, Object two) {
      return one == two || (!(one instanceof Language) && one.equals(two));
    }

    @Override
    public int hashCode() {
      return (name.hashCode() * 31 + hash(left)) * 31 + hash(right);
    }

    private static int hash(Object operand) {
      return operand instanceof Language ? System.identityHashCode(operand) : operand.hashCode();
    }
  }

  Language of(String text) {
    return texts.computeIfAbsent(text, t -> known(Language.of(t)));
  }

  /** Returns a value of which nothing is known but what it is made of. */
  Term anything(Transformation transformation, Term value) {
    Operation key = new Operation("anything", transformation, value);
    return (Term) results.computeIfAbsent(key, k -> new Term.Input("value " + results.size()));
  }

  Language of(TextSet set) {
    return (Language)
        results.computeIfAbsent(new Operation("set", set, ""), k -> known(Language.of(set)));
  }

  Language intersect(Language left, Language right) {
    return Operation.same(left, right)
        ? left
        : made("intersect", left, right, () -> left.intersect(right));
  }

  Language minus(Language left, Language right) {
    return made("minus", left, right, () -> left.minus(right));
  }

  Language union(Language left, Language right) {
    return Operation.same(left, right) ? left : made("union", left, right, () -> left.union(right));
  }

  Language concatenate(Language left, Language right) {
    return made("concatenate", left, right, () -> left.concatenate(right));
  }

  Language image(Language language, Transducer transducer) {
    return made("image", language, transducer, () -> language.image(tabled(transducer)));
  }

  Language preimage(Language language, Transducer transducer) {
    return made("preimage", language, transducer, () -> language.preimage(tabled(transducer)));
  }

  /** Returns what clients make of paths that hold dot segments. */
  Language withoutDotSegments(Language paths) {
    return made(
        "without dot segments",
        paths,
        "",
        () ->
            paths.meets(Browser.ENCODED_DOT_SEGMENTS)
                ? Browser.PATHS
                : DotSegments.removed(paths).orElse(Browser.PATHS));
  }

  private Transducer tabled(Transducer transducer) {
    if (transducer instanceof Continued continued) {
      return new Continued(tabled(continued.transducer()), continued.start());
    }
    return recall("tabled", transducer, "", () -> Transducer.tabled(transducer));
  }

  /** Returns all that a term does to its input, as one change. */
  Transducer change(Term term, Function<Term, Transducer> made) {
    return recall("change", term, "", () -> Transducer.tabled(made.apply(term)));
  }

  /**
   * What is done to a text, and what the bytes of the result weigh.
   *
   * @param most whether the most is asked for, not the least
   * @param term what is done
   */
  private record Weighed(boolean most, Term term, List<Long> weights) {}

  /** Returns {@link Language#mostGrowth}, or {@link Language#leastGrowth}, of what a term does. */
  OptionalLong growth(
      boolean most, Language language, Term term, long[] weights, Supplier<OptionalLong> counted) {
    List<Long> known = Arrays.stream(weights).boxed().toList();
    return recall("growth", new Weighed(most, term, known), language, counted);
  }

  boolean includes(Language left, Language right) {
    return Operation.same(left, right)
        || recall("includes", left, right, () -> left.includes(right));
  }

  boolean meets(Language left, Language right) {
    return recall("meets", left, right, () -> left.meets(right));
  }

  /** Returns all texts of a language; empty if there are more than a few. */
  Optional<List<String>> fewTexts(Language language) {
    return recall("texts", language, "", () -> language.texts(FEW));
  }

  LanguageMatch match(Regex regex, Language subject) {
    return recall("match", regex, subject, () -> regex.match(subject));
  }

  /** Returns the texts that can match. */
  Language matching(Regex regex, Language subject) {
    return made("matching", regex, subject, () -> match(regex, subject).matching());
  }

  /** Returns the texts that can fail to match. */
  Language failing(Regex regex, Language subject) {
    return made("failing", regex, subject, () -> match(regex, subject).rest());
  }

  /** Returns what a group captures, the empty text if it takes no part. */
  Language captured(Regex regex, int group, Language subject) {
    return made(
        "group " + group,
        regex,
        subject,
        () -> {
          LanguageMatch match = match(regex, subject);
          Language captured = match.group(group);
          return match.mayBeUnset(group) ? captured.union(of("")) : captured;
        });
  }

  private Language made(String name, Object left, Object right, Supplier<Language> operation) {
    return recall(name, left, right, () -> known(operation.get()));
  }

  /** Returns the language as it was first met, so that equal languages are the same. */
  Language known(Language language) {
    Language first = languages.putIfAbsent(language.form(), language);
    if (first == null) {
      budget.remember(1 + language.size());
    }
    return first == null ? language : first;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // An operation has one type.
  private <T> T recall(String name, Object left, Object right, Supplier<T> operation) {
    Operation key = new Operation(name, left, right);
    Object known = results.get(key);
    if (known == null) {
      known = operation.get();
      results.put(key, known);
    }
    return (T) known;
  }
}
