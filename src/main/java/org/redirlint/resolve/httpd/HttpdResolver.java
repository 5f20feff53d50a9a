package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.ast.Malformed;
import org.redirlint.ast.Node;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.Htaccess;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** From the directives of a configuration to what Apache httpd would load. */
public final class HttpdResolver {

  private final Installation installation;
  private final Problems problems = new Problems();

  private HttpdResolver(Installation installation) {
    this.installation = installation;
  }

  /**
   * Resolves a configuration.
   *
   * @param servers the server's files, together; empty if only {@code .htaccess} files are known
   * @param htaccess the {@code .htaccess} files, by their directory: an absolute path of the
   *     server's with a slash at its end
   */
  public static HttpdResult resolve(
      Optional<LoadedConfiguration> servers,
      Map<String, LoadedConfiguration> htaccess,
      Installation installation) {
    return new HttpdResolver(installation).read(servers, htaccess);
  }

  private HttpdResult read(
      Optional<LoadedConfiguration> servers, Map<String, LoadedConfiguration> htaccess) {
    Statements reading = new Statements(installation);
    List<LoadedDirective> directives =
        servers.map(LoadedConfiguration::directives).orElse(List.of());
    SourceFile file =
        servers.map(c -> c.main().source()).orElseGet(() -> firstFile(htaccess.values()));
    List<Statement> statements = reading.of(directives);
    boolean silent = !says(statements, "allowoverride");
    List<Statement> own =
        statements.stream().filter(s -> !s.name().equals("<virtualhost")).toList();
    VirtualHost main =
        new ServerReader(installation, problems)
            .main(
                Origin.of(file, new Span(0, 0)),
                own,
                silent,
                own.size() < statements.size() || says(own, "listen"));
    List<VirtualHost> hosts = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.name().equals("<virtualhost")) {
        hosts.add(new ServerReader(installation, problems).host(statement, main));
      }
    }
    Map<String, Htaccess> files = new HashMap<>();
    htaccess.forEach(
        (directory, loaded) -> files.put(directory, htaccess(directory, loaded, reading)));
    return new HttpdResult(
        new HttpdConfiguration(main, hosts, files, reading.modules()), problems.found());
  }

  private static boolean says(List<Statement> statements, String name) {
    return statements.stream().anyMatch(s -> s.name().equals(name) || says(s.body(), name));
  }

  private static SourceFile firstFile(Iterable<LoadedConfiguration> files) {
    for (LoadedConfiguration file : files) {
      return file.main().source();
    }
    return SourceFile.of(".htaccess", "");
  }

  private Htaccess htaccess(String directory, LoadedConfiguration loaded, Statements reading) {
    Problems own = new Problems();
    List<Statement> statements = reading.of(loaded.directives());
    refuseUnknown(statements, reading, own);
    Settings settings =
        new SettingsReader(
                installation.expressions(),
                own,
                Place.ACCESS_FILE,
                Optional.of(directory),
                Optional.empty())
            .readAll(statements)
            .settings();
    Map<CoreSettings.Overridable, Htaccess.Need> needs = new LinkedHashMap<>();
    collect(statements, needs);
    problems.addAll(own);
    return new Htaccess(
        Origin.of(loaded.main().source(), new Span(0, 0)),
        settings,
        List.copyOf(needs.values()),
        own.first()
            .or(() -> malformed(loaded.main().source(), loaded.main().nodes()))
            .or(() -> unclosed(loaded.directives(), false, reading)));
  }

  /**
   * Sections must be closed. But in a conditional section whose condition holds, httpd reads on to
   * the end of the file, and asks for no end of anything (ap_build_cont_config).
   */
  private static Optional<Origin> unclosed(
      List<LoadedDirective> directives, boolean endsAnywhere, Statements reading) {
    for (LoadedDirective directive : directives) {
      if (directive.directive() instanceof BlockDirective block) {
        Optional<Boolean> held = reading.holds(directive);
        boolean open = block.closing().raw().isEmpty();
        if (open && !held.orElse(endsAnywhere)) {
          return Optional.of(directive.origin());
        }
        Optional<Origin> inner =
            held.orElse(true)
                ? unclosed(directive.body(), endsAnywhere || open, reading)
                : Optional.empty();
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  /** Without its module, a directive is none; at the first one httpd gives the file up. */
  private static void refuseUnknown(
      List<Statement> statements, Statements reading, Problems problems) {
    for (Statement statement : statements) {
      if (problems.first().isPresent()) {
        return;
      }
      Optional<String> module = ModuleDirectives.moduleOf(statement.name());
      if (module.isPresent() && !reading.modules().contains(module.get())) {
        problems.add(
            statement,
            "Invalid command '"
                + statement.source().name()
                + "', perhaps misspelled or defined by a module not included in the server"
                + " configuration");
      }
      refuseUnknown(statement.body(), reading, problems);
    }
  }

  /** What the parser could not read, httpd refuses. */
  private static Optional<Origin> malformed(SourceFile file, List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Malformed) {
        return Optional.of(Origin.of(file, node.span()));
      }
      if (node instanceof BlockDirective block) {
        Optional<Origin> inner = malformed(file, block.body());
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  /** The first directive of a class is the one httpd refuses, if it refuses any. */
  private static void collect(
      List<Statement> statements, Map<CoreSettings.Overridable, Htaccess.Need> needs) {
    for (Statement statement : statements) {
      String name = statement.source().name().replaceFirst("^<", "");
      KnownDirectives.override(name)
          .ifPresent(
              override ->
                  needs.putIfAbsent(
                      override, new Htaccess.Need(statement.origin(), name, override)));
      collect(statement.body(), needs);
    }
  }
}
