package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.redirlint.analysis.Term.Captured;
import org.redirlint.analysis.Term.Changed;
import org.redirlint.analysis.Term.Input;
import org.redirlint.analysis.Term.Joined;
import org.redirlint.analysis.Term.Text;
import org.redirlint.regex.Language;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * What is known of the values on one way through a configuration. Nothing possible is ever left
 * out: where a language would be too large, all texts stand for it.
 */
final class Constraints {

  private final Memory memory;
  private final Map<Term, Language> known;
  private final Map<Term, Language> computed;
  private final List<Term> pending;

  private Constraints(
      Memory memory, Map<Term, Language> known, Map<Term, Language> computed, List<Term> pending) {
    this.memory = memory;
    this.known = new HashMap<>(known);
    this.computed = new HashMap<>(computed);
    this.pending = new ArrayList<>(pending);
  }

  /** Takes what the parts of the request can be; a part that is not named can be anything. */
  static Constraints of(Map<String, Language> inputs, Memory memory) {
    Constraints constraints = new Constraints(memory, Map.of(), Map.of(), List.of());
    inputs.forEach((name, language) -> constraints.known.put(new Input(name), language));
    return constraints;
  }

  Memory memory() {
    return memory;
  }

  Constraints copy() {
    return new Constraints(memory, known, computed, pending);
  }

  /** Returns what is known of the values on either of two ways. */
  Constraints or(Constraints other) {
    settle();
    other.settle();
    Map<Term, Language> either = new HashMap<>();
    known.forEach(
        (term, language) -> {
          Language there = other.known.get(term);
          if (there != null) {
            try {
              either.put(term, memory.union(language, there));
            } catch (LanguageTooLargeException tooLarge) {
              // Then it can be anything.
            }
          }
        });
    return new Constraints(memory, either, Map.of(), List.of());
  }

  /** Narrows all parts of the request by what is known of the values made of them. */
  private void settle() {
    for (Term term : List.copyOf(pending)) {
      root(term).ifPresent(this::pushDown);
    }
    pending.clear();
  }

  /** Returns the parts of the request of which something is known, as far as they are chosen. */
  Map<String, Language> inputs(Predicate<String> names) {
    Map<String, Language> inputs = new HashMap<>();
    for (Term term : List.copyOf(known.keySet())) {
      root(term)
          .flatMap(root -> root instanceof Input input ? Optional.of(input) : Optional.empty())
          .filter(input -> names.test(input.name()) && !inputs.containsKey(input.name()))
          .ifPresent(input -> inputs.put(input.name(), language(input)));
    }
    return inputs;
  }

  /** Returns what a value can be. */
  Language language(Term term) {
    if (term instanceof Text text) {
      return memory.of(text.text());
    }
    if (term instanceof Input) {
      pushDown(term);
      return known.getOrDefault(term, Language.ALL);
    }
    if (term instanceof Captured) {
      pushDown(term);
    }
    Language found = known.get(term);
    if (found != null) {
      return found;
    }
    Language kept = computed.get(term);
    if (kept != null) {
      return kept;
    }
    Language language;
    try {
      language = base(term);
    } catch (LanguageTooLargeException tooLarge) {
      language = Language.ALL;
    }
    computed.put(term, language);
    return language;
  }

  /** Returns a text that the value begins with on this way, as long as it is easily seen. */
  String start(Term term) {
    if (term instanceof Text text) {
      return text.text();
    }
    if (term instanceof Joined joined) {
      return start(joined.parts().get(0));
    }
    String known = this.known.getOrDefault(term, Language.ALL).start();
    return known.isEmpty() && term instanceof Changed changed
        ? changed.transducer().begin(start(changed.of()))
        : known;
  }

  /** Returns the text that a value always is; if it can be several, the value. */
  Term single(Term term) {
    if (term instanceof Text) {
      return term;
    }
    List<String> texts = memory.fewTexts(language(term)).orElse(List.of());
    return texts.size() == 1 ? new Text(texts.get(0)) : term;
  }

  private Language base(Term term) {
    if (term instanceof Changed changed) {
      return memory.image(language(changed.of()), changed.transducer());
    }
    if (term instanceof Joined joined) {
      Language whole = memory.of("");
      for (Term part : joined.parts()) {
        whole = memory.concatenate(whole, language(part));
      }
      return whole;
    }
    Captured captured = (Captured) term;
    return memory.captured(captured.regex(), captured.group(), language(captured.of()));
  }

  /** Writes down that a value is in a language; false if that cannot be. */
  boolean restrict(Term term, Language language) {
    if (term instanceof Text text) {
      return language.contains(text.text());
    }
    Language narrowed;
    try {
      narrowed = memory.intersect(language(term), language);
    } catch (LanguageTooLargeException tooLarge) {
      narrowed = language;
    }
    if (narrowed.isEmpty()) {
      return false;
    }
    known.put(term, narrowed);
    if (!(term instanceof Input)) {
      pending.add(term);
    }
    forget(term);
    return true;
  }

  /** What was worked out from values that are known better now is worked out anew. */
  private void forget(Term term) {
    computed.keySet().removeIf(other -> !Collections.disjoint(other.inputs(), term.inputs()));
  }

  /** Narrows a part of the request, or of one, by what is known of the values made of it. */
  private void pushDown(Term root) {
    List<Term> left = new ArrayList<>();
    List<Term> now = new ArrayList<>();
    for (Term term : pending) {
      (root(term).filter(root::equals).isPresent() ? now : left).add(term);
    }
    if (now.isEmpty()) {
      return;
    }
    pending.clear();
    pending.addAll(left);
    forget(root);
    for (Term term : now) {
      try {
        narrow(term, known.getOrDefault(term, Language.ALL));
      } catch (LanguageTooLargeException tooLarge) {
        // The part stays as wide as it is.
      }
    }
  }

  private void narrow(Term term, Language language) {
    if (term instanceof Input) {
      known.put(term, memory.intersect(known.getOrDefault(term, Language.ALL), language));
    } else if (term instanceof Captured) {
      known.put(term, memory.intersect(language(term), language));
    } else if (term instanceof Changed changed) {
      narrow(changed.of(), memory.preimage(language, changed.transducer()));
    } else if (term instanceof Joined joined) {
      int only = onlyVariable(joined);
      if (only >= 0) {
        String before = only == 0 ? "" : ((Text) joined.parts().get(0)).text();
        String after =
            only == joined.parts().size() - 1 ? "" : ((Text) joined.parts().get(only + 1)).text();
        narrow(
            joined.parts().get(only), memory.preimage(language, Transducer.between(before, after)));
      }
    }
  }

  /** Returns the place of the only part that is no text; -1 if there are more. */
  private static int onlyVariable(Joined joined) {
    int only = -1;
    for (int i = 0; i < joined.parts().size(); i++) {
      if (!(joined.parts().get(i) instanceof Text)) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only;
  }

  /** Returns the part of the request, or of one, that a value is made of, if it is one alone. */
  private static Optional<Term> root(Term term) {
    if (term instanceof Input || term instanceof Captured) {
      return Optional.of(term);
    }
    if (term instanceof Changed changed) {
      return root(changed.of());
    }
    if (term instanceof Joined joined) {
      int only = onlyVariable(joined);
      return only < 0 ? Optional.empty() : root(joined.parts().get(only));
    }
    return Optional.empty();
  }
}
