package org.redirlint.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redirlint.Golden;
import org.redirlint.rule.Examples;
import org.redirlint.rule.Rule;

/** A ruleset's entry, a class and a folder of examples belong together: none comes alone. */
class RegistrationTest {

  private final Ruleset all = RulesetLoader.load("all");

  @Test
  void everyRuleClassIsRegistered() {
    Set<String> registered =
        all.rules().stream()
            .map(rule -> rule.rule().getClass().getName())
            .filter(name -> name.startsWith(Rule.class.getPackageName() + "."))
            .collect(Collectors.toSet());
    List<String> classes =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(Rule.class.getPackageName())
                .stream()
                .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(classes).isNotEmpty().containsExactlyInAnyOrderElementsOf(registered);
  }

  @Test
  void everyRuleHasExamplesAndNothingElseHas() {
    assertThat(Golden.list(Examples.FOLDER))
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactlyInAnyOrderElementsOf(all.infos().stream().map(info -> info.id()).toList());
  }

  @Test
  void everyRuleHasTwoBadAndTwoGoodExamplesAndOneOfEachForEachServer() {
    for (var info : all.infos()) {
      for (String kind : List.of("bad-", "good-")) {
        List<String> names =
            Examples.of(info.id()).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(kind))
                .toList();
        assertThat(names).as("%s* of %s", kind, info.id()).hasSizeGreaterThanOrEqualTo(2);
        for (String server : info.servers()) {
          boolean nginx = server.equals("nginx");
          assertThat(names)
              .as("%s* of %s for %s", kind, info.id(), server)
              .anyMatch(name -> name.endsWith("nginx.conf") == nginx);
        }
      }
    }
  }
}
