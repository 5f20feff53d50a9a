package org.redirlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Fingerprint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each format makes of severities, verdicts, and of nothing at all. */
class FormatsTest {

  @Test
  void severitiesHaveTheWordsOfEachFormat() {
    assertThat(written(ReportFormat.GITHUB))
        .containsSubsequence("::error ", "::warning ", "::notice ");
    assertThat(written(ReportFormat.SARIF))
        .containsSubsequence(
            "\"level\":\"error\",\"message\"",
            "\"level\":\"warning\",\"message\"",
            "\"level\":\"note\",\"message\"");
    assertThat(written(ReportFormat.GITLAB))
        .containsSubsequence("\"major\"", "\"minor\"", "\"info\"");
    assertThat(written(ReportFormat.CHECKSTYLE))
        .containsSubsequence("severity=\"error\"", "severity=\"warning\"", "severity=\"info\"");
    assertThat(written(ReportFormat.ERRORFORMAT))
        .isEqualTo(
            """
            conf d/nginx.conf:1:1: error: something is wrong [rule-error]
            conf d/nginx.conf:1:8: warning: something is wrong [rule-warning]
            conf d/nginx.conf:2:1: info: something is wrong [rule-info]
            """);
  }

  @Test
  void aTestFailsForAFindingAndForALoop() {
    assertThat(written(ReportFormat.JUNIT))
        .contains(
            "<testsuites name=\"redirlint\" tests=\"6\" failures=\"3\" errors=\"0\" skipped=\"1\"",
            "<testsuite name=\"conf d/nginx.conf\" tests=\"3\" failures=\"2\"",
            "<skipped message=\"c: undecided (it is too large)\">");
  }

  @Test
  void nothingFoundIsATestThatPassed() {
    assertThat(Findings.write(ReportFormat.JUNIT, Findings.nothing()))
        .contains("tests=\"1\" failures=\"0\"", "name=\"no issues found\"");
  }

  @Test
  void nothingFoundIsAnEmptyReport() {
    assertThat(Findings.write(ReportFormat.GITLAB, Findings.nothing())).isEqualTo("[]\n");
    assertThat(Findings.write(ReportFormat.GITHUB, Findings.nothing())).isEmpty();
    assertThat(Findings.write(ReportFormat.ERRORFORMAT, Findings.nothing())).isEmpty();
    assertThat(Findings.write(ReportFormat.SARIF, Findings.nothing())).contains("\"results\":[]");
  }

  @Test
  void fingerprintsAreThoseOfTheFindings() {
    JsonMapper mapper = new JsonMapper();
    JsonNode gitLab = mapper.readTree(written(ReportFormat.GITLAB));
    JsonNode sarif = mapper.readTree(written(ReportFormat.SARIF)).at("/runs/0/results");
    int i = 0;
    for (Fingerprint expected : Fingerprint.of(Findings.ordinary().diagnostics())) {
      assertThat(gitLab.get(i).get("fingerprint").asString()).isEqualTo(expected.value());
      assertThat(sarif.get(i).at("/partialFingerprints/redirlint~1v1").asString())
          .isEqualTo(expected.value());
      i++;
    }
    assertThat(i).isEqualTo(3);
  }

  @Test
  void verdictsAreWorkedOutForTheFormatsThatTellThem() {
    CheckResult judged = Findings.ordinary();
    CheckResult unjudged = new CheckResult(judged.files(), judged.diagnostics(), List.of());
    for (ReportFormat format : ReportFormat.values()) {
      for (boolean quiet : List.of(false, true)) {
        boolean told =
            !Findings.write(format.report(false, quiet), judged)
                .equals(Findings.write(format.report(false, quiet), unjudged));
        assertThat(format.tellsVerdicts(quiet)).as(format + " " + quiet).isEqualTo(told);
      }
    }
  }

  @Test
  void everyFormatIsFoundByItsName() {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(ReportFormat.find(format.label())).contains(format);
    }
    assertThat(ReportFormat.find("xml")).isEmpty();
  }

  private static String written(ReportFormat format) {
    return Findings.write(format, Findings.ordinary());
  }
}
