package org.redirlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redirlint.source.Printable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hostile names, messages and configurations in every format. */
class HostileReportsTest {

  private static final String SHOWN = Printable.of(Findings.EVIL + Findings.WIDE);

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noFormatLetsControlCharactersOut(ReportFormat format) {
    String written = Findings.write(format, Findings.hostile());
    assertThat(written.replace("\n", "").codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(written).containsAnyOf(Findings.WIDE, "&#x1f600;");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void whatIsShownKeepsItsDirectionAndItsLines(ReportFormat format) {
    assertThat(Findings.write(format, Findings.hostile())).doesNotContain("\u202E", "\u2028");
  }

  @Test
  void aFindingIsOneWorkflowCommand() {
    String written = Findings.write(ReportFormat.GITHUB, Findings.hostile());
    assertThat(written.lines()).hasSize(1);
    String properties = written.substring("::error ".length(), written.indexOf("::", 8));
    assertThat(properties.split(",", -1))
        .hasSize(4)
        .satisfies(
            parts ->
                assertThat(parts[0]).startsWith("file=").contains("%250A%3A%3Aerror file=x%2C"));
    String message = written.substring(written.indexOf("::", 8) + 2).strip();
    assertThat(message.replace("%0A", "\n").replace("%25", "%").lines().findFirst())
        .contains(SHOWN);
  }

  @Test
  void aFindingIsOneLine() {
    assertThat(Findings.write(ReportFormat.ERRORFORMAT, Findings.hostile()).lines())
        .containsExactly(SHOWN + ":1:1: error: " + SHOWN + " [rule-error]");
  }

  @Test
  void gitLabGetsTheNameOfTheFile() {
    JsonNode finding = json(ReportFormat.GITLAB).get(0);
    assertThat(finding.at("/location/path").asString())
        .isEqualTo((Findings.EVIL + Findings.WIDE).replace("\uD800", "?"));
    assertThat(finding.at("/description").asString()).isEqualTo(SHOWN);
  }

  @Test
  void sarifNamesFilesByRelativeUris() {
    JsonNode place = json(ReportFormat.SARIF).at("/runs/0/results/0/locations/0/physicalLocation");
    String uri = place.at("/artifactLocation/uri").asString();
    assertThat(uri)
        .matches("([-A-Za-z0-9._~/]|%[0-9A-F]{2})+")
        .startsWith("a%0Ab%0D%1B%5B2J")
        .contains("%250A%3A%3Aerror");
    assertThat(place.at("/region/snippet").isMissingNode()).isTrue();
  }

  @Test
  void sarifMessagesHoldNeitherPlaceholdersNorLinks() {
    JsonNode result = json(ReportFormat.SARIF).at("/runs/0/results/0");
    assertThat(result.at("/message/text").asString())
        .contains("{{0}}", "[x] (http://evil/)")
        .doesNotContain("\u202E");
    JsonNode flow = result.at("/codeFlows/0/threadFlows/0/locations");
    assertThat(flow.size()).isEqualTo(2);
    assertThat(flow.at("/1/location/message/text").asString()).doesNotContain("](");
  }

  @Test
  void checkstyleGivesTheTextBack() throws Exception {
    Element error = (Element) xml(ReportFormat.CHECKSTYLE).getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("message")).isEqualTo(SHOWN);
    assertThat(((Element) error.getParentNode()).getAttribute("name")).isEqualTo(SHOWN);
  }

  @Test
  void junitGivesTheTextBack() throws Exception {
    Element failure = (Element) xml(ReportFormat.JUNIT).getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("error: " + SHOWN);
    assertThat(failure.getTextContent().lines())
        .startsWith(SHOWN + ":1:1: error: " + SHOWN + " [rule-error]")
        .contains("help: " + SHOWN);
  }

  @Test
  void aPageRunsNothing() {
    String page = Findings.write(ReportFormat.HTML, Findings.hostile());
    assertThat(page)
        .doesNotContain("<script", "javascript:", " src=", " href=")
        .contains("default-src 'none'", "&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void aPathIsAReferenceAndNothingElse() {
    assertThat(List.of("../a b/c#d?e%f", "http://x/y", "ü/✓", "\uD800"))
        .extracting(ArtifactUri::of)
        .containsExactly("../a%20b/c%23d%3Fe%25f", "http%3A//x/y", "%C3%BC/%E2%9C%93", "%3F");
  }

  private static JsonNode json(ReportFormat format) {
    return new JsonMapper().readTree(Findings.write(format, Findings.hostile()));
  }

  private static Document xml(ReportFormat format)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(Findings.write(format, Findings.hostile()))));
  }
}
