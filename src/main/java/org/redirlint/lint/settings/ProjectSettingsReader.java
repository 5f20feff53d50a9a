package org.redirlint.lint.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Url;
import org.redirlint.lint.glob.PathGlob;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.ruleset.yaml.Names;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.Node.Scalar;
import org.redirlint.ruleset.yaml.Place;
import org.redirlint.ruleset.yaml.YamlFile;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;
import org.redirlint.source.Origin;
import org.redirlint.source.Position;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Reads a project's settings. */
public final class ProjectSettingsReader {

  private static final long LARGEST_FILE = 1 << 20;

  static final Set<String> KEYS =
      Set.of("extends", "promises", "own", "rules", "overrides", "sites", "temporary", "ignore");

  static final Set<String> SITE_KEYS =
      Set.of(
          "files", "docroot", "hosts", "tls", "at", "modules", "defines", "path-map", "backends");

  static final Set<String> OVERRIDE_KEYS = Set.of("files", "rules");

  static final Set<String> TEMPORARY_KEYS = Set.of("directive", "files", "until", "reason");

  private static final Map<String, Optional<Severity>> SEVERITIES =
      Map.of(
          "off", Optional.empty(),
          "false", Optional.empty(),
          "info", Optional.of(Severity.INFO),
          "warning", Optional.of(Severity.WARNING),
          "error", Optional.of(Severity.ERROR));

  private final Path folder;
  private final SourceFile source;

  private ProjectSettingsReader(Path folder, SourceFile source) {
    this.folder = folder;
    this.source = source;
  }

  /**
   * Reads a file of settings.
   *
   * @param file its absolute path
   * @param name the name by which messages call it
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if it cannot be read or says
   *     something wrong
   */
  public static ProjectSettings read(Path file, String name) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    String text = text(file, name);
    return new ProjectSettingsReader(folder == null ? file : folder, SourceFile.of(name, text))
        .read(YamlFile.read(name, text).asMapping());
  }

  private static String text(Path file, String name) {
    Place start = new Place(name, new Position(1, 1));
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw start.complain("this file is larger than " + LARGEST_FILE + " bytes");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw start.complain("cannot be read: there is no such file of UTF-8 text");
    }
  }

  private ProjectSettings read(Mapping settings) {
    settings.allow(KEYS);
    Node bases =
        settings.find("extends").orElseGet(() -> new Scalar(settings.place(), "recommended"));
    Ruleset ruleset = RulesetLoader.load(bases, settings, folder);
    return new ProjectSettings(
        folder,
        ruleset,
        list(settings, "overrides").stream()
            .map(o -> override(o.asMapping(), ruleset.known()))
            .toList(),
        list(settings, "sites").stream().map(site -> site(site.asMapping())).toList(),
        list(settings, "temporary").stream().map(t -> temporary(t.asMapping())).toList(),
        globs(settings, "ignore"));
  }

  private static List<Node> list(Mapping settings, String key) {
    return settings.find(key).map(Node::asList).orElseGet(List::of);
  }

  private static List<PathGlob> globs(Mapping settings, String key) {
    return settings.texts(key).stream().map(PathGlob::of).toList();
  }

  private static SeverityOverride override(Mapping override, Set<String> known) {
    override.allow(OVERRIDE_KEYS);
    override.get("files");
    Map<String, Optional<Severity>> severities = new HashMap<>();
    for (Node.Entry rule : override.get("rules").asMapping().entries()) {
      if (!known.contains(rule.key())) {
        throw rule.place().complain(Names.unknown("rule", rule.key(), known));
      }
      severities.put(rule.key(), rule.value().asOneOf("severity", SEVERITIES));
    }
    return new SeverityOverride(globs(override, "files"), severities);
  }

  private SiteSettings site(Mapping site) {
    site.allow(SITE_KEYS);
    Set<String> hosts = new HashSet<>();
    site.texts("hosts").forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    boolean tlsUpstream =
        site.find("tls")
            .map(
                tls -> tls.asOneOf("place where TLS ends", Map.of("upstream", true, "here", false)))
            .orElse(false);
    return new SiteSettings(
        globs(site, "files"),
        new Knowledge(
            site.find("docroot").map(this::path),
            pathMap(site.mapping("path-map")),
            Optional.empty(),
            Optional.empty(),
            hosts,
            tlsUpstream,
            httpd(site)),
        backends(site.mapping("backends")));
  }

  private static Map<Address, List<PathGlob>> backends(Mapping servers) {
    Map<Address, List<PathGlob>> backends = new HashMap<>();
    for (Node.Entry entry : servers.entries()) {
      Address address =
          Url.parse(entry.key().contains("://") ? entry.key() : "http://" + entry.key())
              .map(url -> new Address(url.host(), url.port()))
              .orElseThrow(
                  () ->
                      entry
                          .place()
                          .complain(
                              "expected an address as app:8080, found \"" + entry.key() + "\""));
      backends.put(address, entry.value().asTexts().stream().map(PathGlob::of).toList());
    }
    return backends;
  }

  private static Knowledge.Httpd httpd(Mapping site) {
    Set<String> modules = new HashSet<>(Installation.USUAL_MODULES);
    if (site.find("modules").isPresent()) {
      modules.retainAll(Installation.BUILT_IN);
      site.texts("modules").forEach(name -> modules.add(Installation.moduleName(name)));
    }
    Map<String, String> defines = new HashMap<>();
    for (String define : site.texts("defines")) {
      String[] parts = define.split("=", 2);
      defines.put(parts[0], parts.length == 1 ? "" : parts[1]);
    }
    String place = site.find("at").map(Node::asText).orElse(Knowledge.Httpd.USUAL.place());
    return new Knowledge.Httpd(modules, defines, place);
  }

  private PathMap pathMap(Mapping folders) {
    List<PathMap.Mapping> mappings = new ArrayList<>();
    for (Node.Entry entry : folders.entries()) {
      String from = entry.key().length() > 1 ? entry.key().replaceFirst("/+$", "") : entry.key();
      mappings.add(new PathMap.Mapping(from, path(entry.value())));
    }
    return new PathMap(mappings);
  }

  /** Whoever may change the settings may still not have files read that are not the project's. */
  private Path path(Node node) {
    try {
      Path path = folder.resolve(node.asText()).normalize();
      Path real = path.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        throw node.place().complain("only folders below the one of these settings may be named");
      }
      return path;
    } catch (IOException | InvalidPathException missing) {
      throw node.place().complain("there is no such folder: " + node.kind());
    }
  }

  private ExplainedRedirect temporary(Mapping temporary) {
    temporary.allow(TEMPORARY_KEYS);
    return new ExplainedRedirect(
        origin(temporary.place().position()),
        String.join(" ", temporary.get("directive").asText().strip().split("\\s+")),
        globs(temporary, "files"),
        temporary.find("until").map(ProjectSettingsReader::date),
        temporary.get("reason").asText());
  }

  /** Returns the rest of the line at a position. */
  private Origin origin(Position position) {
    String text = source.text();
    int line = 0;
    for (int number = 1; number < position.line(); number++) {
      line = text.indexOf('\n', line) + 1;
    }
    int start = Math.min(line + position.column() - 1, text.length());
    int end = text.indexOf('\n', start);
    return Origin.of(source, new Span(start, end < 0 ? text.length() : end));
  }

  private static LocalDate date(Node node) {
    try {
      return LocalDate.parse(node.asText());
    } catch (DateTimeParseException notDate) {
      throw node.place().complain("expected a date as 2027-01-31, found " + node.kind());
    }
  }
}
