package org.redirlint.resolve.httpd;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.model.httpd.Access.Methods;
import org.redirlint.model.httpd.KnownMethods;

/** Reads for which methods {@code Limit} and {@code LimitExcept} count. */
final class LimitReader {

  private LimitReader() {}

  static boolean isLimit(Statement statement) {
    return Set.of("<limit", "<limitexcept").contains(statement.name());
  }

  /**
   * Returns the methods of a section.
   *
   * @throws RefusedException if httpd knows no such method, and learns none from an .htaccess file
   */
  static Methods methods(Statement section, Place place) throws RefusedException {
    List<String> words = section.arguments();
    Set<String> names = new HashSet<>();
    for (String word : words) {
      if (word.equals("TRACE")) {
        throw new RefusedException("TRACE cannot be controlled by <Limit>, see TraceEnable");
      }
      if (place.kind() == Place.Kind.ACCESS_FILE && !KnownMethods.NAMES.contains(word)) {
        throw new RefusedException(
            "Could not register method '%s' for %s from .htaccess configuration"
                .formatted(word, section.name().equals("<limit") ? "<Limit" : "<LimitExcept"));
      }
      names.add(word.equals("HEAD") ? "GET" : word);
    }
    return new Methods(names, section.name().equals("<limitexcept"));
  }
}
