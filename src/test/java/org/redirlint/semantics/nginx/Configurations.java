package org.redirlint.semantics.nginx;

import java.util.Optional;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.resolve.nginx.NginxResolver;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.source.SourceFile;

/** Configurations for tests, from their text. */
final class Configurations {

  private static final IncludedFiles NO_FILES = new NoFiles();

  private Configurations() {}

  static NginxResult resolve(SourceFile source) {
    Document document = ConfigurationParser.parse(source, Dialect.NGINX).document();
    return NginxResolver.resolve(IncludeExpander.load(document, NO_FILES).configuration());
  }

  static NginxResult resolve(String text) {
    return resolve(SourceFile.of("nginx.conf", text));
  }

  private static final class NoFiles implements IncludedFiles {
    @Override
    public Answer find(String pattern, Optional<String> folder, Document main) {
      return new Missing(pattern);
    }
  }
}
