package org.redirlint.semantics.httpd;

import java.util.HashSet;
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
    LoadedConfiguration file = load(".htaccess", text, Dialect.HTACCESS);
    return HttpdResolver.resolve(
            Optional.empty(), Map.of("/var/www/html/", file), installation(MODULES))
        .configuration();
  }

  /** Returns the configuration of a server with the same directives on port 80 and, by TLS, 443. */
  public static HttpdConfiguration server(String text) {
    String host =
        """
        <VirtualHost *:%d>
          ServerName a.example
          ServerAlias b.example
          DocumentRoot "/var/www/html"
          %s
          %s
        </VirtualHost>
        """;
    String both = host.formatted(80, "", text) + host.formatted(443, "SSLEngine on", text);
    Set<String> modules = new HashSet<>(MODULES);
    modules.add("ssl");
    return HttpdResolver.resolve(
            Optional.of(load("httpd.conf", "Listen 80\nListen 443\n" + both, Dialect.HTTPD)),
            Map.of(),
            installation(modules))
        .configuration();
  }

  private static LoadedConfiguration load(String path, String text, Dialect dialect) {
    IncludedFiles none = (pattern, folder, main) -> new IncludedFiles.Missing(pattern);
    return IncludeExpander.load(
            ConfigurationParser.parse(SourceFile.of(path, text), dialect).document(), none)
        .configuration();
  }

  private static Installation installation(Set<String> modules) {
    return new Installation(modules, Map.of(), new NoServerFiles(), new ExpressionReader());
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
