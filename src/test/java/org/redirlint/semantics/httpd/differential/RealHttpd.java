package org.redirlint.semantics.httpd.differential;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.redirlint.judge.HttpdModules;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;

/** The real Apache httpd, started with a configuration of one's own. */
public final class RealHttpd {

  private RealHttpd() {}

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
    return start(
        configuration, folder, HttpdModules.NAMES, InetAddress.getLoopbackAddress(), ports);
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
    List<String> lines = new ArrayList<>();
    lines.add("ServerRoot " + folder);
    lines.add("PidFile " + folder + "/pid");
    lines.add("DefaultRuntimeDir " + folder);
    lines.add("Mutex file:" + folder + " default");
    lines.add("ErrorLog " + folder + "/error.log");
    lines.add("LogLevel error");
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
    lines.addAll(HttpdModules.loaded(modules));
    lines.add("TypesConfig " + Files.writeString(folder.resolve("mime.types"), "text/html html\n"));
    for (int port : ports) {
      lines.add("Listen " + address.getHostAddress() + ":" + port);
    }
    lines.add(configuration);
    Path file = folder.resolve("httpd.conf");
    Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    return RunningServer.start(
        List.of(
            ServerBinary.HTTPD.installed().orElseThrow().toString(),
            "-DFOREGROUND",
            "-f",
            file.toString()),
        folder.resolve("output"),
        address,
        ports);
  }
}
