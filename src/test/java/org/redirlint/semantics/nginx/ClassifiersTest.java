package org.redirlint.semantics.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redirlint.model.nginx.NameTable;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/** A look-up and the sets that describe it say the same. */
class ClassifiersTest {

  @Test
  void findsHostsAmongNamesAndWildcards() {
    NameTable<String> names = new NameTable<>();
    List<String> parts = List.of("a", "b", "aa", "a.b", "b.a");
    for (String part : parts) {
      names.addExact("x." + part, "exact " + part);
      names.addWildcard("*." + part, "start " + part);
      names.addWildcard(part + ".*", "end " + part);
    }
    names.addWildcard(".both", "both");
    assertAgreement(new NameSearch<>(names), "ab.x", List.of("both", "x.both", ".both", "x.a.b"));
  }

  @Test
  void takesTheBeginningOfAUri() {
    assertAgreement(new PrefixOf("/ab"), "/ab", List.of("", "/ab", "/abc"));
  }

  @Test
  void knowsAgainWhatItAsksOften() {
    for (Classifier<Boolean> test :
        List.of(Tests.EMPTY, Tests.FALSE, Tests.OFF, Tests.PATH, Tests.DIRECTORY)) {
      assertAgreement(test, "/0@of", List.of("", "0", "off", "/", "@x"));
    }
  }

  private static <T> void assertAgreement(
      Classifier<T> classifier, String letters, List<String> texts) {
    List<String> all = new ArrayList<>(texts);
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(7); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      all.add(text.toString());
    }
    for (String text : all) {
      for (Case<T> entry : classifier.cases()) {
        if (entry.texts().contains(text)) {
          assertThat(entry.result()).as(text).isEqualTo(classifier.of(text));
          break;
        }
      }
    }
  }
}
