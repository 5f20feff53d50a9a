package org.redirlint.semantics.httpd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.judge.HttpdModules;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.parse.httpd.ExpressionReader;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.resolve.httpd.HttpdResolver;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.semantics.Answer;
import org.redirlint.site.DiskFacts;
import org.redirlint.source.SourceFile;

/** Servers for tests: a configuration, and the folder that stands for {@code /srv}. */
public final class TestServers {

  /** The modules of the recorded servers: those of the random ones, but for TLS. */
  public static final Set<String> MODULES = modules();

  private static final String FRAME =
      """
      ServerName main.example.com
      <Directory "/">
      AllowOverride None
      Require all denied
      </Directory>
      <Directory "/srv/www">
      Options FollowSymLinks
      AllowOverride All
      Require all granted
      </Directory>
      <Directory "/srv/alt">
      Options FollowSymLinks
      AllowOverride All
      Require all granted
      </Directory>
      """;

  private static final IncludedFiles NO_FILES =
      (pattern, folder, main) -> new IncludedFiles.Missing(pattern);

  private TestServers() {}

  private static Set<String> modules() {
    Set<String> modules = new HashSet<>(Installation.BUILT_IN);
    modules.addAll(HttpdModules.NAMES);
    modules.removeAll(Set.of("ssl", "socache_shmcb"));
    return Set.copyOf(modules);
  }

  /** Returns a configuration with the virtual host around a bare one. */
  public static String framed(String configuration) {
    boolean hosts =
        configuration.lines().anyMatch(line -> line.strip().matches("(?i)<VirtualHost\\b.*"));
    return FRAME
        + (hosts
            ? configuration
            : "<VirtualHost *:80>\nServerName www.example.com\nDocumentRoot /srv/www\n"
                + configuration
                + "\n</VirtualHost>\n");
  }

  /** Resolves a configuration with the .htaccess files below a folder that stands for /srv. */
  public static HttpdResult resolve(
      String configuration, Path box, Set<String> more, List<String> defines) throws IOException {
    return resolve(configuration, "/srv", box, more, defines);
  }

  /** Resolves a configuration with the .htaccess files below a folder that stands for another. */
  public static HttpdResult resolve(
      String configuration, String root, Path box, Set<String> more, List<String> defines)
      throws IOException {
    Map<String, LoadedConfiguration> htaccess = new HashMap<>();
    try (Stream<Path> files = Files.walk(box)) {
      for (Path file : files.filter(f -> f.endsWith(".htaccess")).toList()) {
        String folder = root + "/" + box.relativize(file.getParent()) + "/";
        htaccess.put(
            folder.replaceAll("/+", "/"),
            load(SourceFile.of(folder + ".htaccess", Files.readAllBytes(file)), Dialect.HTACCESS));
      }
    }
    Set<String> modules = new HashSet<>(MODULES);
    modules.addAll(more);
    Map<String, String> defined = new HashMap<>();
    defines.forEach(name -> defined.put(name, ""));
    return HttpdResolver.resolve(
        Optional.of(
            load(
                SourceFile.of("httpd.conf", configuration.getBytes(StandardCharsets.ISO_8859_1)),
                Dialect.HTTPD)),
        htaccess,
        new Installation(modules, defined, new BoxFiles(root + "/", box), new ExpressionReader()));
  }

  /** Returns the simulator of a configuration. */
  public static HttpdSimulator simulator(HttpdResult resolved, Path box) {
    return simulator(resolved, "/srv", box);
  }

  /** Returns the simulator of a configuration, for a folder that stands for another. */
  public static HttpdSimulator simulator(HttpdResult resolved, String root, Path box) {
    DiskFacts facts =
        new DiskFacts(Map.of(root, box), Optional.of("127.0.0.1"), Optional.of("127.0.0.1"));
    return new HttpdSimulator(resolved.configuration(), facts);
  }

  /** Returns an answer as tests compare them: status and Location. */
  public static String shown(Answer<String> answer) {
    return answer instanceof Answer.Response<String> response
        ? response.status() + " " + response.location().orElse("-")
        : answer.toString();
  }

  /** Returns an answer with its headers, as in {@code 301 / | Expires: 0}. */
  public static String shownWithFields(Answer<String> answer) {
    StringBuilder text = new StringBuilder(shown(answer));
    if (answer instanceof Answer.Response<String> response) {
      for (Answer.Field<String> field : response.fields()) {
        text.append(" | ").append(field.name()).append(": ").append(field.value().orElse("?"));
      }
    }
    return text.toString();
  }

  private static LoadedConfiguration load(SourceFile source, Dialect dialect) {
    Document document = ConfigurationParser.parse(source, dialect).document();
    return IncludeExpander.load(document, NO_FILES).configuration();
  }

  private record BoxFiles(String root, Path box) implements Installation.ServerFiles {
    private Optional<Path> here(String path) {
      return path.startsWith(root)
          ? Optional.of(box.resolve(path.substring(root.length())))
          : Optional.empty();
    }

    @Override
    public Optional<Boolean> exists(String path) {
      return here(path).map(Files::exists);
    }

    @Override
    public Optional<String> read(String path) {
      try {
        Optional<Path> file = here(path).filter(Files::isRegularFile);
        return file.isPresent()
            ? Optional.of(Files.readString(file.get(), StandardCharsets.ISO_8859_1))
            : Optional.empty();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
