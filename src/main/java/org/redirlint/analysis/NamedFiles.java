package org.redirlint.analysis;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.ErrorPage;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.TryFiles;

/** Finds the names of the files that a configuration leads to, whatever is asked for. */
final class NamedFiles {

  /** A path that ends with a name nobody gives to a directory, and the arguments behind it. */
  private static final Pattern FILE =
      Pattern.compile("(?:[^?]*/)?([^/?]*\\.[A-Za-z0-9]{1,5})(?:\\?.*)?", Pattern.DOTALL);

  private NamedFiles() {}

  /** Returns the names of index files, error pages and those that {@code try_files} ends with. */
  static SortedSet<String> of(NginxConfiguration configuration) {
    return configuration.servers().stream()
        .flatMap(Server::scopes)
        .flatMap(NamedFiles::written)
        .map(FILE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What stands before the first variable may be all of a path only if a question mark ends it. */
  private static Stream<String> written(Scope scope) {
    Stream<Template> pages =
        Stream.concat(
            scope.settings().errorPages().pages().stream().map(ErrorPage::page),
            scope.tryFiles().map(TryFiles::fallback).stream()
                .filter(TryFiles.Uri.class::isInstance)
                .map(fallback -> ((TryFiles.Uri) fallback).uri()));
    return Stream.concat(scope.settings().index().stream(), pages)
        .filter(page -> page.isLiteral() || page.literalPrefix().contains("?"))
        .map(Template::literalPrefix);
  }
}
