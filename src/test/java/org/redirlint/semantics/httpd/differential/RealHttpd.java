package org.redirlint.semantics.httpd.differential;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.judge.RunningServer;

/** The real Apache httpd, started with a configuration of one's own. */
public final class RealHttpd {

  private static final List<Path> MODULE_FOLDERS =
      List.of(
          Path.of("/usr/lib/apache2/modules"),
          Path.of("/usr/lib64/httpd/modules"),
          Path.of("/usr/libexec/apache2"));

  private static final List<String> MODULES =
      List.of(
          "mpm_event",
          "authn_core",
          "authz_core",
          "authz_host",
          "authz_user",
          "access_compat",
          "auth_basic",
          "authn_file",
          "alias",
          "dir",
          "mime",
          "env",
          "setenvif",
          "headers",
          "rewrite",
          "negotiation",
          "autoindex",
          "vhost_alias",
          "allowmethods",
          "macro",
          "speling",
          "socache_shmcb",
          "ssl");

  private RealHttpd() {}

  /** Returns httpd's binary; empty if there is none. */
  public static Optional<Path> binary() {
    return Stream.of("/usr/sbin/apache2", "/usr/sbin/httpd", "/usr/local/apache2/bin/httpd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns the server's version as it names itself, {@code Apache/2.4.71} for one. */
  public static String version() throws IOException {
    Process process =
        new ProcessBuilder(binary().orElseThrow().toString(), "-v")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("").replaceFirst("^.*: (\\S+).*$", "$1");
  }

  /**
   * Starts httpd.
   *
   * @param configuration what stands at the top of its main file, without modules and addresses
   * @param folder where it may write
   * @param ports the ports it will listen on
   * @throws RunningServer.RefusedException if httpd refuses the configuration
   */
  public static RunningServer start(String configuration, Path folder, int... ports)
      throws IOException {
    return start(configuration, folder, MODULES, InetAddress.getLoopbackAddress(), ports);
  }

  /**
   * Starts httpd.
   *
   * @param configuration what stands at the top of its main file, without modules and addresses
   * @param folder where it may write
   * @param modules the modules it loads, if they are there
   * @param address where it will listen
   * @param ports the ports it will listen on
   * @throws RunningServer.RefusedException if httpd refuses the configuration
   */
  public static RunningServer start(
      String configuration,
      Path folder,
      Collection<String> modules,
      InetAddress address,
      int... ports)
      throws IOException {
    Path folderOfModules =
        MODULE_FOLDERS.stream().filter(Files::isDirectory).findFirst().orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add("ServerRoot " + folder);
    lines.add("PidFile " + folder + "/pid");
    lines.add("DefaultRuntimeDir " + folder);
    lines.add("Mutex file:" + folder + " default");
    lines.add("ErrorLog " + folder + "/error.log");
    lines.add("LogLevel crit");
    lines.add("ServerName main.example.com");
    lines.add("StartServers 1");
    lines.add("ServerLimit 1");
    lines.add("ThreadsPerChild 8");
    lines.add("MaxRequestWorkers 8");
    lines.add("MinSpareThreads 1");
    lines.add("MaxSpareThreads 8");
    if (System.getProperty("user.name", "").equals("root")) {
      lines.add("User www-data");
      lines.add("Group www-data");
    }
    for (String module : modules) {
      Path file = folderOfModules.resolve("mod_" + module + ".so");
      if (Files.exists(file)) {
        lines.add("LoadModule " + module + "_module " + file);
      }
    }
    lines.add("TypesConfig " + Files.writeString(folder.resolve("mime.types"), "text/html html\n"));
    for (int port : ports) {
      lines.add("Listen " + address.getHostAddress() + ":" + port);
    }
    lines.add(configuration);
    Path file = folder.resolve("httpd.conf");
    Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    return RunningServer.start(
        List.of(binary().orElseThrow().toString(), "-DFOREGROUND", "-f", file.toString()),
        folder.resolve("output"),
        address,
        ports);
  }
}
