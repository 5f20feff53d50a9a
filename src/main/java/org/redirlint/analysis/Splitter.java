package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transducer;

/** Cuts values in two where a certain character comes first. */
final class Splitter {

  private final String ends;
  private final Language beginning;
  private final Language beginningOrNone;
  private final Language holding;

  /**
   * Takes the characters.
   *
   * @param ends the characters, none of which has a meaning in a character class
   */
  Splitter(String ends) {
    this.ends = ends;
    this.beginning = Regex.constant("^[" + ends + "]").match(Language.ALL).matching();
    this.beginningOrNone = beginning.union(Language.of(""));
    this.holding = Regex.constant("[" + ends + "]").match(Language.ALL).matching();
  }

  /**
   * A value in two parts.
   *
   * @param before what comes before the first of the characters
   * @param from the rest, the character included; empty if there is none
   */
  record Parts(Term before, Term from) {}

  /**
   * Cuts a value; parts of it that cannot hold the character stay as they are. Where one may hold
   * it that is not the last, requests for which it does are told apart from those for which not.
   */
  Parts split(Term term, Languages domain) {
    Constraints constraints = domain.constraints();
    List<Term> parts = term instanceof Term.Joined joined ? joined.parts() : List.of(term);
    Term before = new Term.Text("");
    for (int i = 0; i < parts.size(); i++) {
      Term part = parts.get(i);
      if (part instanceof Term.Text text) {
        int at = firstEnd(text.text());
        if (at >= 0) {
          Term rest = Term.join(new Term.Text(text.text().substring(at)), rest(parts, i + 1));
          return new Parts(Term.join(before, new Term.Text(text.text().substring(0, at))), rest);
        }
      } else {
        Language language = constraints.language(part);
        boolean last = i == parts.size() - 1;
        if (constraints.memory().includes(last ? beginningOrNone : beginning, language)) {
          return new Parts(before, rest(parts, i));
        }
        if (constraints.memory().meets(language, holding)
            && (last || domain.splits(part, holding))) {
          Term until = constraints.single(Term.change(Transducer.until(ends), part));
          Term from = Term.change(Transducer.from(ends), part);
          return new Parts(Term.join(before, until), Term.join(from, rest(parts, i + 1)));
        }
      }
      before = Term.join(before, part);
    }
    return new Parts(before, new Term.Text(""));
  }

  private int firstEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static Term rest(List<Term> parts, int from) {
    Term rest = new Term.Text("");
    for (Term part : new ArrayList<>(parts).subList(from, parts.size())) {
      rest = Term.join(rest, part);
    }
    return rest;
  }
}
