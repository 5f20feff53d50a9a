package org.redirlint.analysis;

import java.util.HashMap;
import java.util.Map;
import org.redirlint.analysis.Term.Changed;
import org.redirlint.analysis.Term.Joined;
import org.redirlint.analysis.Term.Text;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/**
 * Writes values in a simpler way: without transducers that change nothing, and with the parts of a
 * value apart as far as they are changed on their own.
 */
final class Simplifier {

  private final Map<Transducer, Language> unchanged = new HashMap<>();

  private final Map<Transducer, Boolean> eachAlone = new HashMap<>();

  /** Returns the same value, written in a simpler way. */
  Term simplify(Term term, Constraints constraints) {
    if (term instanceof Joined joined) {
      Term whole = new Text("");
      for (Term part : joined.parts()) {
        whole = Term.join(whole, simplify(part, constraints));
      }
      return whole;
    }
    if (!(term instanceof Changed changed)) {
      return term;
    }
    Transducer transducer = changed.transducer();
    Term rest = simplify(changed.of(), constraints);
    if (rest instanceof Joined joined
        && eachAlone.computeIfAbsent(transducer, Simplifier::isOfEach)) {
      Term whole = new Text("");
      for (Term part : joined.parts()) {
        whole = Term.join(whole, simplify(Term.change(transducer, part), constraints));
      }
      return whole;
    }
    Term before = new Text("");
    Language resting = unchanged.computeIfAbsent(transducer, Simplifier::unchanged);
    while (!rest.equals(new Text(""))) {
      Term first = rest instanceof Joined joined ? joined.parts().get(0) : rest;
      if (!constraints.memory().includes(resting, constraints.language(first))) {
        break;
      }
      before = Term.join(before, first);
      rest = Term.behindFirst(rest);
    }
    return Term.join(before, Term.change(transducer, rest));
  }

  /** Tells whether each character is changed whatever stands around it. */
  private static boolean isOfEach(Transducer transducer) {
    int start = transducer.start();
    for (char c = 0; c < 256; c++) {
      if (transducer.next(start, c) != start) {
        return false;
      }
    }
    return transducer.last(start).isEmpty();
  }

  /** Returns the texts after which a transducer is where it began, having written what it read. */
  private static Language unchanged(Transducer transducer) {
    int start = transducer.start();
    if (!transducer.last(start).isEmpty()) {
      return Language.of("");
    }
    StringBuilder characters = new StringBuilder();
    for (char c = 0; c < 256; c++) {
      if (transducer.next(start, c) == start
          && transducer.written(start, c).equals(String.valueOf(c))) {
        characters.append(String.format("\\x%02x", (int) c));
      }
    }
    return characters.isEmpty()
        ? Language.of("")
        : Regex.constant("^[" + characters + "]*\\z").match(Language.ALL).matching();
  }
}
