package org.redirlint.semantics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Random choices, and the words random configurations and requests are made of: files of {@code
 * testdata/differential}, a word on a line below the name of its kind in brackets.
 */
public final class RandomWords {

  private static final Path FOLDER = Path.of("testdata/differential");

  private final Random random;
  private final Map<String, List<String>> kinds;

  private RandomWords(Random random, Map<String, List<String>> kinds) {
    this.random = random;
    this.kinds = kinds;
  }

  /** Returns the words for {@code nginx} or {@code httpd}, chosen by this source of randomness. */
  public static RandomWords of(String server, Random random) {
    Map<String, List<String>> kinds = new HashMap<>();
    List<String> words = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(server + ".words"))) {
        if (line.matches("\\[[a-z]+\\]")) {
          words = new ArrayList<>();
          kinds.put(line.substring(1, line.length() - 1), words);
        } else if (!line.isEmpty()) {
          words.add(line.equals("<empty>") ? "" : line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RandomWords(random, kinds);
  }

  /** Returns one of a kind of words. */
  public String any(String kind) {
    return any(kinds.getOrDefault(kind, List.of()));
  }

  /** Returns one of the elements. */
  public <T> T any(List<T> list) {
    return list.get(number(list.size()));
  }

  /** Returns whether something happens that is likely by so many percent. */
  public boolean chance(int percent) {
    return number(100) < percent;
  }

  /** Returns a number of 0 and more that is less than a bound. */
  public int number(int bound) {
    return random.nextInt(bound);
  }

  /** Adds what is supplied to a list, likely by so many percent. */
  public <T> void maybe(int percent, List<T> list, Supplier<T> supplied) {
    if (chance(percent)) {
      list.add(supplied.get());
    }
  }
}
