package org.redirlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redirlint.Golden;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Linter;
import org.redirlint.lint.Progress;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;

/** Reports in SARIF against the schema of the standard. */
class SarifSchemaTest {

  private static Schema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream stream =
        SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(stream, InputFormat.JSON);
    }
  }

  @Test
  void theSchemaRefusesWhatIsNotSarif() {
    String report = Findings.write(ReportFormat.SARIF, Findings.ordinary());
    assertThat(
            schema.validate(report.replace("\"startLine\":1", "\"startLine\":0"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema.validate(report.replace("\"tool\"", "\"tol\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void everyReportIsValid() {
    for (CheckResult result :
        List.of(Findings.nothing(), Findings.ordinary(), Findings.hostile(), examples())) {
      assertThat(schema.validate(Findings.write(ReportFormat.SARIF, result), InputFormat.JSON))
          .isEmpty();
    }
  }

  /** Everything that is found in the examples of the rules. */
  private static CheckResult examples() {
    return new Linter(RulesetLoader.load("recommended"), false)
        .check(
            new LintRequest(
                Path.of("").toAbsolutePath(),
                List.of(
                    Golden.TESTDATA.resolve("rules/redirect-loop"),
                    Golden.TESTDATA.resolve("sites")),
                Optional.empty(),
                Optional.empty(),
                Knowledge.NOTHING,
                List.of(),
                LocalDate.of(2027, 1, 1)),
            Progress.NONE);
  }
}
