package org.redirlint.analysis.reachability;

import java.util.List;
import java.util.stream.Stream;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.DirectoryContext;
import org.redirlint.model.httpd.DirectoryContext.Fallback;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/**
 * The paths that httpd asks itself for, to find a folder's index or something in a missing file's
 * place.
 *
 * @param names what may follow the path of a folder as the name of its index
 * @param others what is asked for whatever the folder
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_dir.html">mod_dir</a>
 */
record Subrequests(Language names, Language others) {

  /** The paths of folders, as rules are tried with them. */
  static final Language FOLDERS = Language.of("").union(Language.endingWith("/"));

  /**
   * What common servers call an index. Where a place does not say it, the server's own
   * configuration may.
   */
  private static final Language USUAL =
      Regex.constant("^(?i:index|default|home)\\.[^/]+$").match(Language.ALL).matching();

  /** Returns what is asked for somewhere, as a configuration says. */
  static Subrequests of(HttpdConfiguration configuration) {
    Language names = Language.NONE;
    Language others = Language.NONE;
    for (Settings settings : all(configuration).toList()) {
      for (String name : settings.directory().index().orElse(List.of())) {
        if (name.startsWith("/") || name.endsWith("/")) {
          others = others.union(endsOf(name));
        } else {
          names = names.union(Language.of(name));
        }
      }
      others =
          settings
              .directory()
              .fallback()
              .flatMap(Fallback::resource)
              .map(Subrequests::endsOf)
              .orElse(Language.NONE)
              .union(others);
      // Whatever file is asked for, mod_negotiation asks for those with similar names.
      if (settings.core().has(Option.MULTI_VIEWS)) {
        others = Language.ALL;
      }
    }
    return new Subrequests(names, others);
  }

  /** Returns what is asked for in a place of the configuration. */
  Subrequests at(DirectoryContext place) {
    return place.index().isPresent() ? this : new Subrequests(names.union(USUAL), others);
  }

  /** Returns what is asked for if these folders are looked into. */
  Language in(Language folders) {
    return folders.concatenate(names).union(others);
  }

  /** A folder is looked into in turn. */
  private static Language endsOf(String path) {
    return path.endsWith("/")
        ? Language.ALL
        : Language.endingWith(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Stream<Settings> all(HttpdConfiguration configuration) {
    return Stream.concat(
            Stream.concat(Stream.of(configuration.main()), configuration.hosts().stream())
                .flatMap(Subrequests::all),
            configuration.htaccess().values().stream().map(file -> file.settings()))
        .flatMap(Subrequests::withInner);
  }

  private static Stream<Settings> all(VirtualHost server) {
    return Stream.concat(
        Stream.of(server.settings()),
        Stream.concat(server.directories().stream(), server.locations().stream())
            .map(Section::settings));
  }

  private static Stream<Settings> withInner(Settings settings) {
    return Stream.concat(
        Stream.of(settings),
        Stream.concat(settings.files().stream(), settings.conditions().stream())
            .flatMap(section -> withInner(section.settings())));
  }
}
