package org.redirlint.judge;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server, asked for its opinion on a configuration. */
public enum ServerBinary {
  NGINX("nginx", "nginx"),
  HTTPD("apache2", "httpd");

  private static final List<String> FOLDERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/apache2/bin", "/usr/local/nginx/sbin");

  private final String command;
  private final String upstreamCommand;

  /** Takes what Debian calls the program, and what its makers call it. */
  ServerBinary(String command, String upstreamCommand) {
    this.command = command;
    this.upstreamCommand = upstreamCommand;
  }

  /** Returns the server's program; empty if there is none. */
  public Optional<Path> installed() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
            FOLDERS.stream())
        .flatMap(folder -> Stream.of(command, upstreamCommand).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns the server's version as it names itself, {@code nginx/1.22.1} for one. */
  public String version() throws IOException {
    Process process =
        new ProcessBuilder(installed().orElseThrow().toString(), "-v")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines().findFirst().orElse("").replaceFirst("^.*: (\\S+).*$", "$1");
  }

  /**
   * Returns the server's program. Where there is none the calling test is skipped and says so; in
   * continuous integration it fails.
   */
  public Path find() {
    Optional<Path> found = installed();
    if (found.isEmpty() && System.getenv("CI") != null) {
      fail("the tests need the program " + command);
    }
    if (found.isEmpty()) {
      System.err.printf("SKIPPED: there is no program %s to be asked%n", command);
    }
    assumeTrue(found.isPresent(), "no program " + command);
    return found.orElseThrow();
  }

  /**
   * Returns what the server says of a configuration.
   *
   * @param configuration the text: for nginx a whole main file, for httpd what may stand at the top
   * @param folder an empty folder for the server's files
   */
  public Opinion judge(String configuration, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("judged.conf");
    Files.writeString(file, configuration, StandardCharsets.ISO_8859_1);
    List<String> arguments =
        switch (this) {
          case NGINX ->
              List.of(
                  "-t",
                  "-p",
                  folder.toString(),
                  "-c",
                  file.toString(),
                  "-g",
                  "pid nginx.pid; error_log stderr;");
          case HTTPD -> List.of("-t", "-f", mainFile(file, folder).toString());
        };
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(find().toString()), arguments.stream()).toList())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    return new Opinion(process.waitFor() == 0, said);
  }

  private static Path mainFile(Path included, Path folder) throws IOException {
    StringBuilder main = new StringBuilder();
    main.append("ServerName localhost\nListen 127.0.0.1:18080\nErrorLog error.log\n");
    main.append("ServerRoot ").append(folder).append("\nPidFile httpd.pid\n");
    HttpdModules.loaded(HttpdModules.NAMES).forEach(line -> main.append(line).append('\n'));
    main.append("TypesConfig /dev/null\n");
    main.append("Include ").append(included).append('\n');
    return Files.writeString(folder.resolve("main.conf"), main);
  }

  /**
   * What a server says.
   *
   * @param accepts whether it would start
   * @param said its words
   */
  public record Opinion(boolean accepts, String said) {}
}
