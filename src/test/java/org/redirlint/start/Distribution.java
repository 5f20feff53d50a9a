package org.redirlint.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A distribution in a scratch folder, with {@link Program} in its jar, on a machine that has no
 * Java but those the test says.
 */
final class Distribution {

  /** What a start wrote, and its exit status. */
  record Answer(int status, String out, String err) {}

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private Distribution(Path folder) {
    this.folder = folder;
    with("PATH", "/usr/bin:/bin").with("JAVA_HOME", System.getProperty("java.home"));
    with("HOME", home().toString());
  }

  /** Unpacks the distribution below a scratch folder. */
  static Distribution in(Path scratch) throws IOException {
    Distribution made = new Distribution(scratch);
    Files.createDirectories(made.home());
    Files.createDirectories(made.launcher().getParent());
    Files.writeString(
        made.launcher(),
        Files.readString(Path.of("src/dist/bin/redirlint"))
            .replace("/usr/lib/jvm", made.machine().toString())
            .replace("org.redirlint.cli.Redirlint", Program.class.getName()));
    if (!made.launcher().toFile().setExecutable(true)) {
      throw new IOException(made.launcher() + " cannot be made a program");
    }
    made.jar("1");
    return made;
  }

  /** Packs the jar anew, which makes it another one. */
  void jar(String release) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, release);
    Path jar = folder.resolve("dist/lib/redirlint.jar");
    Files.createDirectories(jar.getParent());
    String entry = Program.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream program = Program.class.getResourceAsStream("Program.class")) {
      out.putNextEntry(new JarEntry(entry));
      program.transferTo(out);
    }
  }

  Distribution with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Distribution without(String variable) {
    environment.remove(variable);
    return this;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path launcher() {
    return folder.resolve("dist/bin/redirlint");
  }

  /** The folder that stands in for the one where a machine has its Javas. */
  Path machine() {
    return folder.resolveSibling("jvm");
  }

  /** Makes a Java that only knows its version. */
  Path oldJava(String version) throws IOException {
    Path java = folder.resolve("java-" + version + "/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + version + "\"' >&2\n");
    if (!java.toFile().setExecutable(true)) {
      throw new IOException(java + " cannot be made a program");
    }
    return folder.resolve("java-" + version);
  }

  Answer start(String... arguments) throws IOException, InterruptedException {
    return answer(begin(launcher(), arguments));
  }

  /** Starts the launcher by a name, without waiting for its end. */
  Process begin(Path name, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(name.toString()), Stream.of(arguments)).toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Answer answer(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    return new Answer(process.waitFor(), out, err);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns all files below a folder of this user's cache. */
  List<Path> kept() {
    Path cache = home().resolve(".cache");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the archives that are kept. */
  List<Path> archives() {
    return kept().stream().filter(file -> file.toString().matches(".*\\.(jsa|aot)")).toList();
  }

  /** Returns the one archive that is kept. */
  Path archive() {
    List<Path> archives = archives();
    if (archives.size() != 1) {
      throw new AssertionError("expected one archive, found " + kept());
    }
    return archives.get(0);
  }
}
