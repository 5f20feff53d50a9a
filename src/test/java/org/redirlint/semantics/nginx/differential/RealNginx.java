package org.redirlint.semantics.nginx.differential;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;

/** The real nginx, started with a configuration of one's own. */
public final class RealNginx {

  private RealNginx() {}

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
            ServerBinary.NGINX.installed().orElseThrow().toString(),
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
