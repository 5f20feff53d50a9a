package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.regex.Language;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * A union of many languages, in parts: each new one is united with as many others as it has been
 * united with already, so that none is copied for each that is added.
 */
final class LanguageUnion {

  private final List<Part> parts = new ArrayList<>();

  private record Part(Language language, int count) {}

  /** Adds a language. */
  void add(Language language) {
    if (language.isEmpty()) {
      return;
    }
    Part added = new Part(language, 1);
    while (!parts.isEmpty() && parts.get(parts.size() - 1).count() == added.count()) {
      Part last = parts.get(parts.size() - 1);
      try {
        added = new Part(last.language().union(added.language()), last.count() + added.count());
      } catch (LanguageTooLargeException tooLarge) {
        break;
      }
      parts.remove(parts.size() - 1);
    }
    parts.add(added);
  }

  /**
   * Returns some texts without those in the union.
   *
   * @throws LanguageTooLargeException if the rest is too large to be written
   */
  Language removedFrom(Language texts) {
    Language rest = texts;
    for (Part part : parts) {
      rest = rest.meets(part.language()) ? rest.minus(part.language()) : rest;
    }
    return rest;
  }

  /**
   * Returns some texts without those in the union, or with some of these where that is too large.
   */
  Language mostlyRemovedFrom(Language texts) {
    Language rest = texts;
    for (Part part : parts) {
      try {
        rest = rest.meets(part.language()) ? rest.minus(part.language()) : rest;
      } catch (LanguageTooLargeException tooLarge) {
        // What is left in is only looked at in vain.
      }
    }
    return rest;
  }
}
