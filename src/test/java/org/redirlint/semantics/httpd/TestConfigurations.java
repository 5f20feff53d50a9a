package org.redirlint.semantics.httpd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.parse.httpd.ExpressionReader;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.resolve.httpd.HttpdResolver;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.source.SourceFile;

/** Configurations for tests, of texts alone. */
public final class TestConfigurations {

  private static final Set<String> MODULES =
      Set.of("alias", "authz_core", "dir", "mime", "rewrite");

  private TestConfigurations() {}

  /** Returns the configuration of a lone {@code .htaccess} file in {@code /var/www/html/}. */
  public static HttpdConfiguration htaccess(String text) {
    IncludedFiles none = (pattern, folder, main) -> new IncludedFiles.Missing(pattern);
    LoadedConfiguration file =
        IncludeExpander.load(
                ConfigurationParser.parse(SourceFile.of(".htaccess", text), Dialect.HTACCESS)
                    .document(),
                none)
            .configuration();
    Installation installation =
        new Installation(MODULES, Map.of(), new NoServerFiles(), new ExpressionReader());
    return HttpdResolver.resolve(Optional.empty(), Map.of("/var/www/html/", file), installation)
        .configuration();
  }

  private static final class NoServerFiles implements Installation.ServerFiles {
    @Override
    public Optional<Boolean> exists(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<String> read(String path) {
      return Optional.empty();
    }
  }
}
