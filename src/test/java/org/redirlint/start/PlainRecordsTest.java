package org.redirlint.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** The records of the command-line jar are the same as those of the compiler. */
class PlainRecordsTest {

  private static final String CLASS = Everything.class.getName().replace('.', '/') + ".class";

  private static final List<Object> ONE =
      List.of(true, (byte) 1, 'c', (short) 2, 3, 4L, 0f, 0d, "text", List.of("a"));
  private static final List<Object> OTHER =
      List.of(false, (byte) 2, 'd', (short) 3, 4, 5L, -0f, -0d, "more", List.of("b"));

  /** A record with a component of each type that records have. */
  record Everything(
      boolean truth,
      byte octet,
      char letter,
      short small,
      int number,
      long large,
      float rough,
      double real,
      String text,
      List<String> list) {}

  @TempDir private Path folder;

  @Test
  void componentsAreComparedAndCountedAsTheLanguageSays() throws Exception {
    Constructor<?> plain = plain();
    Object same = make(plain, ONE);
    assertThat(same).isEqualTo(make(plain, ONE)).isNotEqualTo("text").isNotEqualTo(null);
    assertThat(same.hashCode())
        .isEqualTo(make(plain, ONE).hashCode())
        .isEqualTo(make(original(), ONE).hashCode());
    for (int i = 0; i < ONE.size(); i++) {
      Object[] changed = ONE.toArray();
      changed[i] = OTHER.get(i);
      Object different = make(plain, List.of(changed));
      assertThat(same.equals(different)).as("component %s", i).isFalse();
      assertThat(different.hashCode())
          .as("component %s", i)
          .isEqualTo(make(original(), List.of(changed)).hashCode());
    }
  }

  /** As components, values that are no numbers are the same. */
  @Test
  void whatIsNoNumberIsEqualToItself() throws Exception {
    Constructor<?> plain = plain();
    Object[] odd = ONE.toArray();
    odd[6] = Float.NaN;
    odd[7] = Double.NaN;
    assertThat(make(plain, List.of(odd))).isEqualTo(make(plain, List.of(odd)));
  }

  private static Object make(Constructor<?> record, List<Object> components) throws Exception {
    return record.newInstance(components.toArray());
  }

  private static Constructor<?> original() {
    return Everything.class.getDeclaredConstructors()[0];
  }

  private Constructor<?> plain() throws Exception {
    Path compiled = folder.resolve("compiled").resolve(CLASS);
    Files.createDirectories(compiled.getParent());
    Files.copy(placeOf(Everything.class).resolve(CLASS), compiled);
    rewrite();
    URL[] written = {folder.resolve("written").toUri().toURL()};
    Class<?> rewritten = new Own(written).findClass(Everything.class.getName());
    assertThat(rewritten).isNotSameAs(Everything.class);
    Constructor<?> constructor = rewritten.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor;
  }

  private static Path placeOf(Class<?> known) throws Exception {
    return Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private void rewrite() throws Exception {
    Process rewriting =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                placeOf(ClassReader.class).toString(),
                "src/dist/build/PlainRecords.java",
                folder.resolve("compiled").toString(),
                folder.resolve("written").toString())
            .inheritIO()
            .start();
    assertThat(rewriting.waitFor()).isZero();
  }

  /** Defines classes itself that others know, too. */
  private static final class Own extends URLClassLoader {
    Own(URL[] urls) {
      super(urls, PlainRecordsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return super.findClass(name);
    }
  }
}
