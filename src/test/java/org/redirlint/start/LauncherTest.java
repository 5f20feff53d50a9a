package org.redirlint.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.start.Distribution.Answer;

/** How the distribution's launcher finds Java, and what it keeps for the next start. */
class LauncherTest {

  @TempDir private Path scratch;
  private Distribution installed;

  @BeforeEach
  void unpack() throws Exception {
    installed = Distribution.in(scratch.resolve("a folder, it's one"));
  }

  private void answers(Answer answer, boolean archive) {
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .isEqualTo(
            installed.launcher()
                + (archive ? " with an archive " : " without an archive ")
                + "[check, a b, *]\n");
    assertThat(answer.status()).isZero();
  }

  private Answer start() throws Exception {
    return installed.start("check", "a b", "*");
  }

  @Test
  void theFirstStartKeepsWhatTheSecondUses() throws Exception {
    answers(start(), true);
    FileTime made = Files.getLastModifiedTime(installed.archive());
    List<Path> kept = installed.kept();
    answers(start(), true);
    assertThat(Files.getLastModifiedTime(installed.archive())).isEqualTo(made);
    assertThat(installed.kept()).isEqualTo(kept);
  }

  @Test
  void eachJavaOfThisMachineKeepsAnArchive() throws Exception {
    for (Path java : javas()) {
      installed.with("JAVA_HOME", java.toString());
      answers(start(), true);
      answers(start(), true);
    }
  }

  /** Returns the Java that runs this and those beside it. */
  private static List<Path> javas() throws IOException {
    Path own = Path.of(System.getProperty("java.home"));
    try (Stream<Path> others = Files.list(own.resolveSibling(""))) {
      return Stream.concat(Stream.of(own), others.filter(LauncherTest::isNewEnough)).toList();
    }
  }

  private static boolean isNewEnough(Path java) {
    try {
      return Files.isExecutable(java.resolve("bin/java"))
          && Files.readString(java.resolve("release"))
              .matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9][0-9]).*");
    } catch (IOException unknown) {
      return false;
    }
  }

  @Test
  void theSecondStartRunsNoOtherProgram() throws Exception {
    start();
    installed.with("PATH", "/nowhere");
    answers(start(), true);
  }

  @Test
  void withoutHomeNothingIsKept() throws Exception {
    installed.without("HOME");
    answers(start(), false);
    installed.with("HOME", "relative").with("XDG_CACHE_HOME", "relative");
    answers(start(), false);
    assertThat(Path.of("relative")).doesNotExist();
  }

  @Test
  void theCacheFolderIsTheOneTheUserNames() throws Exception {
    Path cache = scratch.resolve("other cache");
    installed.without("HOME").with("XDG_CACHE_HOME", cache.toString());
    answers(start(), true);
    assertThat(cache.resolve("redirlint")).isDirectory();
  }

  @Test
  void whereNothingCanBeWrittenItRunsWithout() throws Exception {
    Files.writeString(installed.home().resolve(".cache"), "no folder");
    answers(start(), false);
  }

  @Test
  void machinesThatStartOnceKeepNothing() throws Exception {
    installed.with("CI", "true");
    answers(start(), false);
    assertThat(installed.kept()).isEmpty();
  }

  @Test
  void parallelFirstStartsDoNotHarmEachOther() throws Exception {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(installed.begin(installed.launcher(), "check", "a b", "*"));
    }
    for (Process process : started) {
      answers(Distribution.answer(process), true);
    }
    assertThat(installed.kept())
        .extracting(file -> file.getFileName().toString())
        .hasSize(3)
        .contains("choice", "java");
    answers(start(), true);
  }

  @Test
  void aDamagedArchiveIsNotUsed() throws Exception {
    for (Path java : javas()) {
      installed.with("JAVA_HOME", java.toString());
      start();
      for (Path archive : installed.archives()) {
        Files.delete(archive);
        Files.writeString(archive, "damaged");
      }
      answers(start(), true);
    }
  }

  @Test
  void aDamagedChoiceIsMadeAnew() throws Exception {
    start();
    Path choice =
        installed.kept().stream().filter(file -> file.endsWith("choice")).findFirst().orElseThrow();
    FileTime time = Files.getLastModifiedTime(choice);
    for (String text : List.of("", "\n\n\n", "\n\n/bin/false\n/bin/false\nx.jsa\n")) {
      Files.writeString(choice, text);
      Files.setLastModifiedTime(choice, time);
      answers(start(), true);
    }
  }

  @Test
  void anotherJarGetsAnotherArchive() throws Exception {
    start();
    Files.writeString(installed.archive(), "old");
    installed.jar("2");
    Files.setLastModifiedTime(
        scratch.resolve("a folder, it's one/dist/lib/redirlint.jar"), FileTime.fromMillis(0));
    answers(start(), true);
    assertThat(Files.size(installed.archive())).isGreaterThan(100);
  }

  @Test
  void aJarOfTheSameAgeIsToldByItsChecksum() throws Exception {
    Path checksum = scratch.resolve("a folder, it's one/dist/lib/redirlint.jar.sha256");
    Files.writeString(checksum, "1111  redirlint.jar\n");
    start();
    Files.writeString(installed.archive(), "old");
    Files.writeString(checksum, "2222  redirlint.jar\n");
    answers(start(), true);
    assertThat(Files.size(installed.archive())).isGreaterThan(100);
  }

  @Test
  void aJavaThatIsTooOldIsPassedOver() throws Exception {
    Path old = installed.oldJava("11.0.2");
    Files.createDirectories(installed.machine());
    Files.createSymbolicLink(
        installed.machine().resolve("good"), Path.of(System.getProperty("java.home")));
    installed.with("JAVA_HOME", old.toString()).with("PATH", old + "/bin:/usr/bin:/bin");
    answers(start(), true);
    installed.without("JAVA_HOME");
    answers(start(), true);
  }

  @Test
  void withoutJavaItSaysWhatItNeeds() throws Exception {
    Path old = installed.oldJava("1.8.0_402");
    Path programs = Files.createDirectories(scratch.resolve("programs"));
    Files.createSymbolicLink(programs.resolve("readlink"), Path.of("/usr/bin/readlink"));
    installed.with("PATH", programs.toString()).with("JAVA_HOME", old.toString());
    Answer answer = start();
    assertThat(answer.err())
        .isEqualTo(
            "redirlint: there is no Java 17 or newer; JAVA_HOME is 1.8.0_402: "
                + old
                + ". Install one, or say where it is with JAVA_HOME.\n");
    assertThat(answer.status()).isEqualTo(2);
    installed.without("JAVA_HOME");
    assertThat(start().err()).startsWith("redirlint: there is no Java 17 or newer. ");
  }

  @Test
  void aColonInItsPathIsRefused() throws Exception {
    installed = Distribution.in(scratch.resolve("10:30"));
    Answer answer = start();
    assertThat(answer.err()).startsWith("redirlint: Java takes a colon for the end of a path");
    assertThat(answer.status()).isEqualTo(2);
  }

  @Test
  void aColonInTheCachesPathDoesNoHarm() throws Exception {
    installed.with("XDG_CACHE_HOME", scratch.resolve("10:30").toString());
    answers(start(), false);
  }

  @Test
  void aLinkToItWillDo() throws Exception {
    Path link = Files.createDirectories(scratch.resolve("links")).resolve("redirlint");
    Files.createSymbolicLink(link, Path.of("../a folder, it's one/dist/bin/redirlint"));
    Answer answer = Distribution.answer(installed.begin(link, "check"));
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).isEqualTo(link + " with an archive [check]\n");
  }
}
