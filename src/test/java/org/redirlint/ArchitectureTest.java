package org.redirlint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.redirlint.rule.Rule;

/** The table of rooms: which package may import which. */
class ArchitectureTest {

  private static final String BASE = "org.redirlint.";

  /** Each room and those it stands on; it may also import what these stand on. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("source", List.of()),
          Map.entry("http", List.of()),
          Map.entry("regex", List.of()),
          Map.entry("ast", List.of("source")),
          Map.entry("diagnostic", List.of("source")),
          Map.entry("model", List.of("source", "regex")),
          Map.entry("parse", List.of("ast", "diagnostic", "model")),
          Map.entry("resolve", List.of("ast", "model", "diagnostic")),
          Map.entry("semantics", List.of("model", "http", "regex")),
          Map.entry("report", List.of("diagnostic")),
          Map.entry("analysis", List.of("semantics")),
          Map.entry("rule", List.of("analysis", "ast", "diagnostic")),
          Map.entry("ruleset", List.of("rule")),
          Map.entry("site", List.of("analysis", "resolve", "parse")),
          Map.entry("lint", List.of("ruleset", "site")),
          Map.entry("trace", List.of("lint", "semantics")),
          Map.entry("expectation", List.of("lint", "semantics")),
          Map.entry("cli", List.of("lint", "report", "trace", "expectation")),
          Map.entry("maven", List.of("lint", "report")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.redirlint");

  @Test
  void everyPackageIsARoomOfTheTable() {
    assertThat(classes)
        .extracting(ArchitectureTest::room)
        .containsAnyElementsOf(MAY_IMPORT.keySet())
        .isSubsetOf(MAY_IMPORT.keySet());
  }

  @Test
  void roomsImportOnlyWhatTheyStandOn() {
    for (String room : MAY_IMPORT.keySet()) {
      Set<String> allowed = foundations(room);
      noClasses()
          .that(are("in " + room, type -> room(type).equals(room)))
          .should()
          .dependOnClassesThat(
              are(
                  "in a room " + room + " does not stand on",
                  type -> isOurs(type) && !allowed.contains(room(type))))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @Test
  void theServersKnowNothingOfEachOther() {
    noClasses()
        .that()
        .resideInAPackage("..nginx..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..redirlint..httpd..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("..redirlint..httpd..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..nginx..")
        .check(classes);
  }

  @Test
  void onlyTheParsersSeeAntlr() {
    onlyTheRoomsSee("org.antlr..", "parse", "regex");
    onlyTheRoomsSee("org.redirlint.parse.grammar..", "parse");
    onlyTheRoomsSee("org.redirlint.regex.grammar..", "regex");
  }

  @Test
  void noRuleImportsAnotherRule() {
    noClasses()
        .that()
        .implement(Rule.class)
        .should()
        .dependOnClassesThat(
            are("other rules", type -> type.isAssignableTo(Rule.class) && !type.isInterface()))
        .check(classes);
  }

  @Test
  void packagesFormNoCircles() {
    SlicesRuleDefinition.slices()
        .matching("org.redirlint.(**)")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(classes)
        .filteredOn(type -> isOurs(type) && !type.getPackageName().endsWith(".grammar"))
        .allSatisfy(
            type ->
                assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                    .as(type.getPackageName())
                    .isTrue());
  }

  private void onlyTheRoomsSee(String packages, String... rooms) {
    noClasses()
        .that(are("outside of " + List.of(rooms), type -> !List.of(rooms).contains(room(type))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages)
        .check(classes);
  }

  private static Set<String> foundations(String room) {
    Set<String> allowed = new HashSet<>(Set.of(room));
    for (String below : MAY_IMPORT.get(room)) {
      allowed.addAll(foundations(below));
    }
    return allowed;
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(BASE);
  }

  private static String room(JavaClass type) {
    String name =
        type.getPackageName().substring(Math.min(type.getPackageName().length(), BASE.length()));
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static DescribedPredicate<JavaClass> are(
      String description, Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
