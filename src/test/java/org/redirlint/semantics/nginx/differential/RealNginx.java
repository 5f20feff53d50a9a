package org.redirlint.semantics.nginx.differential;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.judge.RunningServer;

/** The real nginx, started with a configuration of one's own. */
public final class RealNginx {

  private RealNginx() {}

  /** Returns nginx's binary; empty if there is none. */
  public static Optional<Path> binary() {
    List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(":")));
    folders.addAll(List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/nginx/sbin"));
    return folders.stream()
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns the server's version as it names itself, {@code nginx/1.22.1} for one. */
  public static String version() throws IOException {
    Process process =
        new ProcessBuilder(binary().orElseThrow().toString(), "-v")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return text.strip().replaceFirst("^.*: ", "");
  }

  /**
   * Starts nginx.
   *
   * @param http the content of the http block
   * @param folder where it may write
   * @param ports the ports it will listen on
   * @throws RunningServer.RefusedException if nginx refuses the configuration
   */
  public static RunningServer start(String http, Path folder, int... ports) throws IOException {
    return start(http, folder, InetAddress.getLoopbackAddress(), ports);
  }

  /**
   * Starts nginx.
   *
   * @param http the content of the http block
   * @param folder where it may write
   * @param address where it will listen
   * @param ports the ports it will listen on
   * @throws RunningServer.RefusedException if nginx refuses the configuration
   */
  public static RunningServer start(String http, Path folder, InetAddress address, int... ports)
      throws IOException {
    for (String name : List.of("body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      Files.createDirectories(folder.resolve(name));
    }
    Path configuration = folder.resolve("nginx.conf");
    String text =
        """
        worker_processes 1;
        daemon off;
        pid %1$s/pid;
        error_log %1$s/error.log crit;
        events { worker_connections 64; }
        http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        %2$s
        }
        """
            .formatted(folder, http);
    Files.write(configuration, text.getBytes(StandardCharsets.ISO_8859_1));
    Path output = folder.resolve("output");
    return RunningServer.start(
        List.of(
            binary().orElseThrow().toString(),
            "-p",
            folder.toString(),
            "-e",
            folder.resolve("error.log").toString(),
            "-c",
            configuration.toString()),
        output,
        address,
        ports);
  }
}
