package org.redirlint.parse;

import org.redirlint.ast.Dialect;
import org.redirlint.parse.httpd.HttpdReader;
import org.redirlint.parse.nginx.NginxReader;
import org.redirlint.parse.tree.TreeBuilder;
import org.redirlint.source.SourceFile;

/** The door to the parsers: a file in either server's language becomes a tree. */
public final class ConfigurationParser {

  private ConfigurationParser() {}

  /**
   * Reads a file. It never fails: what the server could not read becomes a {@code Malformed} node
   * and a problem, and the rest of the file is read all the same.
   */
  public static ParseResult parse(SourceFile source, Dialect dialect) {
    TreeBuilder tree = new TreeBuilder(source, dialect);
    switch (dialect) {
      case NGINX -> NginxReader.read(source, tree);
      case HTTPD, HTACCESS -> HttpdReader.read(source, tree);
    }
    return new ParseResult(tree.document(), tree.problems());
  }
}
