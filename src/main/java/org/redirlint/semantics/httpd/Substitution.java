package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Part;
import org.redirlint.semantics.Domain;

/** Puts captured groups into a text. */
final class Substitution {

  private Substitution() {}

  /** Puts groups into their places; what was not captured is the empty text. */
  static <V> V put(Domain<V> domain, Template template, List<V> groups) {
    V value = domain.literal("");
    for (Part part : template.parts()) {
      if (!(part instanceof Backreference reference)) {
        value = domain.concatenate(value, domain.literal(part.toString()));
      } else if (reference.group() < groups.size()) {
        value = domain.concatenate(value, groups.get(reference.group()));
      }
    }
    return value;
  }
}
