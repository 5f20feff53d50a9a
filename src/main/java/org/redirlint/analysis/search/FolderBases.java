package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.PrefixIndex;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.VirtualHost;

/** Guesses by which URL-paths a folder's files may be asked for; what is asked then tells. */
final class FolderBases {

  private static final List<String> ROOT = List.of("/");

  private FolderBases() {}

  /** Returns URL-paths with a slash at their end: the root, if nothing else is known. */
  static List<String> of(Section section, VirtualHost server) {
    if (section.kind() != Section.Kind.DIRECTORY || section.pattern().isPresent()) {
      return ROOT;
    }
    String folder = withSlash(section.name());
    List<String> bases = new ArrayList<>();
    below(folder, server.documentRoot(), "/").ifPresent(bases::add);
    for (Redirect alias : server.alias().aliases().redirects()) {
      String prefix =
          alias
              .pattern()
              .map(PrefixIndex.Key::of)
              .map(PrefixIndex.Key::prefix)
              .orElse(alias.prefix());
      if (prefix.startsWith("/")) {
        below(folder, alias.template().literalPrefix(), prefix)
            .filter(base -> !bases.contains(base))
            .ifPresent(bases::add);
      }
    }
    return bases.isEmpty() ? ROOT : bases;
  }

  private static Optional<String> below(String folder, String target, String prefix) {
    return folder.startsWith(withSlash(target))
        ? Optional.of(withSlash(prefix) + folder.substring(withSlash(target).length()))
        : Optional.empty();
  }

  private static String withSlash(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
