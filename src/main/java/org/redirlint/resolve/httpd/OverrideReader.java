package org.redirlint.resolve.httpd;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings.Overridable;

/** Reads {@code AllowOverride}: what {@code .htaccess} files may say. */
final class OverrideReader {

  private OverrideReader() {}

  /**
   * Returns what may be said.
   *
   * @throws RefusedException if a word is none of the directive's
   */
  static Set<Overridable> read(List<String> words) throws RefusedException {
    Set<Overridable> allowed = EnumSet.noneOf(Overridable.class);
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (equals >= 0 && name.equals("options")) {
        for (String option : word.substring(equals + 1).split(",", -1)) {
          OptionsReader.option(option);
        }
      }
      if (equals >= 0 && !Set.of("options", "nonfatal").contains(name)) {
        throw new RefusedException("Illegal override option " + word);
      }
      switch (name) {
        case "all" -> allowed.addAll(EnumSet.allOf(Overridable.class));
        case "authconfig" -> allowed.add(Overridable.AUTH_CONFIG);
        case "fileinfo" -> allowed.add(Overridable.FILE_INFO);
        case "indexes" -> allowed.add(Overridable.INDEXES);
        case "limit" -> allowed.add(Overridable.LIMIT);
        case "options" -> allowed.add(Overridable.OPTIONS);
        case "none", "nonfatal" -> {}
        default -> throw new RefusedException("Illegal override option " + word);
      }
    }
    return allowed;
  }
}
