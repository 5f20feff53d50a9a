package org.redirlint.judge;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.analysis.search.Entrance;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.http.Header;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.lint.ConfigurationLoader;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.semantics.httpd.differential.RealHttpd;
import org.redirlint.semantics.nginx.differential.RealNginx;
import org.redirlint.site.Knowledge;
import org.redirlint.site.Target;
import org.redirlint.site.Targets;
import org.redirlint.source.SourceFile;

/**
 * The real server with a file's configuration, at an address of its own with the ports that the
 * file names, and with the file's folders below one of its own.
 */
public final class RealSite implements AutoCloseable {

  /** Where a lone .htaccess file stands. */
  private static final String DEFAULT_ROOT = "/var/www/html";

  private static final int MOST_MENDED = 60;

  private final RunningServer server;
  private final String address;
  private final Path box;
  private final List<Entrance> entrances;
  private final List<String> without;

  private RealSite(
      RunningServer server,
      String address,
      Path box,
      List<Entrance> entrances,
      List<String> without) {
    this.server = server;
    this.address = address;
    this.box = box;
    this.entrances = List.copyOf(entrances);
    this.without = List.copyOf(without);
  }

  /**
   * Starts the server.
   *
   * @param box an empty folder for its files
   * @throws RunningServer.RefusedException if it refuses what it is given
   */
  public static RealSite start(SourceFile source, Dialect dialect, Path box) throws IOException {
    return start(source, dialect, box, Loopback.address(), false);
  }

  /**
   * Starts the server at an address.
   *
   * @param box an empty folder for its files
   * @param handsOn whether the servers that an nginx hands requests on to run at the same address
   * @throws RunningServer.RefusedException if it refuses what it is given
   */
  static RealSite start(
      SourceFile source, Dialect dialect, Path box, String address, boolean handsOn)
      throws IOException {
    Target target = target(source, dialect);
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("rwxr-xr-x"));
    RunningServer.makeCertificate(box.resolve("tls"));
    for (String root : target.site().roots()) {
      Files.createDirectories(box.resolve(root.substring(1)));
    }
    Document document = ConfigurationParser.parse(source, dialect).document();
    Mended mended =
        new Mended(
            switch (dialect) {
              case NGINX ->
                  handsOn
                      ? NginxRelocation.gateway(document, address, box)
                      : NginxRelocation.http(document, address, box);
              case HTTPD -> HttpdRelocation.server(document, box, target.site().roots());
              case HTACCESS -> source.text();
            },
            List.of());
    int[] ports = target.site().entrances().stream().mapToInt(Entrance::port).distinct().toArray();
    for (int attempt = 0; ; attempt++) {
      try {
        RunningServer server = start(dialect, mended.text(), box, address, ports);
        return new RealSite(server, address, box, target.site().entrances(), mended.without());
      } catch (RunningServer.RefusedException refused) {
        Optional<Mended> next =
            mended.after(refused.getMessage(), dialect, linesBefore(dialect, mended, box));
        if (attempt >= MOST_MENDED || next.isEmpty()) {
          throw refused;
        }
        mended = next.get();
      }
    }
  }

  private static Target target(SourceFile source, Dialect dialect) {
    LintRequest request =
        new LintRequest(
            Path.of("").toAbsolutePath(),
            List.of(),
            Optional.of(source),
            Optional.of(dialect),
            Knowledge.NOTHING,
            List.of(),
            LocalDate.EPOCH);
    return Targets.of(
            ConfigurationLoader.load(request, Progress.NONE).configurations(),
            Knowledge.NOTHING,
            request.contents())
        .get(0);
  }

  private static RunningServer start(
      Dialect dialect, String text, Path box, String address, int[] ports) throws IOException {
    InetAddress where = InetAddress.getByName(address);
    return switch (dialect) {
      case NGINX -> RealNginx.start(text, box, where, ports);
      case HTTPD -> httpd(text, box, where, ports);
      case HTACCESS -> {
        // A directive that the server does not know would only be noticed by the first request.
        httpd(folder(box, text), box, where, ports).close();
        Path root = Files.createDirectories(box.resolve(DEFAULT_ROOT.substring(1)));
        Files.writeString(root.resolve(".htaccess"), text, StandardCharsets.ISO_8859_1);
        String allowed = "Options FollowSymLinks\nAllowOverride All\n";
        String host = "DocumentRoot " + root;
        yield httpd(folder(box, allowed) + HttpdRelocation.hosts(host, box), box, where, ports);
      }
    };
  }

  private static RunningServer httpd(String text, Path box, InetAddress where, int[] ports)
      throws IOException {
    return RealHttpd.start(
        "LogLevel error\n" + text, box, Installation.USUAL_MODULES, where, ports);
  }

  private static String folder(Path box, String text) {
    return "<Directory %s>%n%s%n</Directory>%n".formatted(box + DEFAULT_ROOT, text);
  }

  private static int linesBefore(Dialect dialect, Mended mended, Path box) throws IOException {
    Path file = box.resolve(dialect == Dialect.NGINX ? "nginx.conf" : "httpd.conf");
    String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
    int start = Math.max(0, whole.indexOf(mended.text()));
    return (int) whole.substring(0, start).chars().filter(c -> c == '\n').count();
  }

  /** Returns the names of the directives that the server here does not know. */
  public List<String> without() {
    return without;
  }

  /** Something that asks the server. */
  public interface Asking {
    /** Asks. */
    void run() throws IOException;
  }

  /** Asks while the files are there that assumptions speak of. */
  public void with(List<String> assumptions, Asking asking) throws IOException {
    PlantedFiles files = PlantedFiles.of(assumptions, box);
    try {
      asking.run();
    } finally {
      files.remove();
    }
  }

  /**
   * Returns what the server answers: {@code 301 http://...}, {@code 404 -}.
   *
   * @param headers header fields, as {@code Name: value}
   * @param behindProxy whether somebody else ends TLS and hands the request on
   */
  public String ask(String method, Url url, List<String> headers, boolean behindProxy)
      throws IOException {
    return server.ask(request(method, url, headers, behindProxy)).replace(box.toString(), "");
  }

  /** Returns what the server answers, up to the body, with all its lines. */
  public String head(String method, Url url, List<String> headers) throws IOException {
    return server.head(request(method, url, headers, /* behindProxy= */ false));
  }

  private Request request(String method, Url url, List<String> headers, boolean behindProxy) {
    List<Header> fields = new ArrayList<>();
    for (String header : headers) {
      int colon = header.indexOf(": ");
      fields.add(new Header(header.substring(0, colon), header.substring(colon + 2)));
    }
    return new Request(
        method,
        behindProxy ? "http" : url.scheme(),
        Optional.of(url.hostHeader()),
        url.target(),
        fields,
        Optional.of(address),
        OptionalInt.of(behindProxy ? plainPort() : url.port()),
        "1.1",
        false);
  }

  /** Returns the port that a proxy asks. */
  private int plainPort() {
    List<Integer> plain =
        entrances.stream()
            .filter(entrance -> entrance.scheme().equals("http"))
            .map(Entrance::port)
            .toList();
    return plain.contains(80) ? 80 : plain.contains(8080) ? 8080 : plain.get(0);
  }

  /** Tells whether the server has noticed so far that it redirects in circles inside itself. */
  public boolean hasNoticedCircles() throws IOException {
    String log = Files.readString(box.resolve("error.log"), StandardCharsets.ISO_8859_1);
    return log.contains("internal redirection cycle") || log.contains("AH00124");
  }

  @Override
  public void close() {
    server.close();
  }
}
