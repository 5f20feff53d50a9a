package org.redirlint.parse;

import java.util.Optional;
import org.redirlint.ast.Dialect;
import org.redirlint.parse.httpd.HttpdReader;
import org.redirlint.parse.nginx.NginxReader;
import org.redirlint.parse.tree.OtherLanguage;
import org.redirlint.parse.tree.TreeBuilder;
import org.redirlint.source.SourceFile;

/** The door to the parsers: a file in either server's language becomes a tree. */
public final class ConfigurationParser {

  private ConfigurationParser() {}

  /**
   * Reads a file. It never fails: what the server could not read becomes a {@code Malformed} node
   * and a problem, and the rest of the file is read all the same. A file that says of itself that
   * it is no configuration is one such node.
   */
  public static ParseResult parse(SourceFile source, Dialect dialect) {
    TreeBuilder tree = new TreeBuilder(source, dialect);
    Optional<OtherLanguage> other = OtherLanguage.of(source);
    if (other.isPresent()) {
      other.get().addTo(tree, source);
    } else {
      switch (dialect) {
        case NGINX -> NginxReader.read(source, tree);
        case HTTPD, HTACCESS -> HttpdReader.read(source, tree);
      }
    }
    return new ParseResult(tree.document(), tree.problems());
  }
}
