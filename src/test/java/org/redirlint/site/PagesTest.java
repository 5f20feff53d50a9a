package org.redirlint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.report.ToolVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the pages for builds and CI servers say to copy is run, on a project with a loop. */
class PagesTest {

  private static final Path PAGES = Path.of("src/site/markdown");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([\\w-]+) }}");
  private static final String LOOP =
      """
      server {
          listen 80;
          server_name www.example.com;
          location /a { return 301 http://www.example.com/b; }
          location /b { return 301 http://www.example.com/a; }
      }
      """;

  private final YAMLMapper yaml = new YAMLMapper();

  @TempDir private Path folder;
  private Path project = Path.of("");
  private Path home = Path.of("");

  /** The project, and beside it redirlint as it is checked out, running the classes under test. */
  @BeforeEach
  void checkOut() throws IOException {
    project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("nginx.conf"), LOOP);
    home = folder.resolve("redirlint");
    Path command = Files.createDirectories(home.resolve("bin")).resolve("redirlint");
    Files.writeString(
        command,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' org.redirlint.cli.Redirlint \"$@\"\n"
            .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), classes()));
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theActionAnnotatesAndWritesSarif() throws Exception {
    JsonNode action = yaml.readTree(Files.readString(Path.of("action.yml")));
    JsonNode step = action.at("/runs/steps/1");
    int runs = 0;
    for (String block : blocks("github.md", "yaml")) {
      for (JsonNode used : yaml.readTree(block).at("/jobs/redirlint/steps")) {
        if (used.get("uses").asString().startsWith("OWNER/redirlint@")) {
          Map<String, String> environment = environment(step.get("env"), action, used.get("with"));
          environment.put("GITHUB_ACTION_PATH", home.toString());
          Answer answer = run("bash", step.get("run").asString(), environment);
          assertThat(answer.out).startsWith("::error file=nginx.conf,line=");
          assertThat(answer.status).isEqualTo(1);
          runs++;
        }
        if (used.get("uses").asString().contains("upload-sarif")) {
          assertThat(project.resolve(used.at("/with/sarif_file").asString()))
              .content()
              .contains("\"ruleId\":\"redirect-loop\"");
        }
      }
    }
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void theActionRunsNothingOfItsInputs() throws Exception {
    JsonNode step = yaml.readTree(Files.readString(Path.of("action.yml"))).at("/runs/steps/1");
    assertThat(step.get("run").asString()).doesNotContain("${{");
    Answer answer =
        run(
            "bash",
            step.get("run").asString(),
            Map.of(
                "GITHUB_ACTION_PATH",
                home.toString(),
                "PATHS",
                "$(touch${IFS}evil);touch evil",
                "FAIL_ON",
                "warning",
                "SARIF",
                ""));
    assertThat(answer.status).isEqualTo(2);
    assertThat(project.resolve("evil")).doesNotExist();
  }

  @Test
  void theJobOfGitLabWritesACodeQualityReport() throws Exception {
    JsonNode page = yaml.readTree(blocks("gitlab.md", "yaml").get(0));
    Path included = Path.of("." + page.at("/include/0/file").asString());
    JsonNode job = yaml.readTree(Files.readString(included)).get("redirlint");
    Map<String, String> environment = new HashMap<>(Map.of("CI_PROJECT_DIR", project.toString()));
    for (JsonNode variables : List.of(job.get("variables"), page.at("/redirlint/variables"))) {
      variables
          .properties()
          .forEach(
              variable ->
                  environment.put(
                      variable.getKey(),
                      variable
                          .getValue()
                          .asString()
                          .replace("$CI_PROJECT_DIR", project.toString())));
    }
    StringBuilder script = new StringBuilder();
    job.get("script").forEach(line -> script.append(line.asString()).append('\n'));
    Answer answer = run("sh", script.toString(), environment);
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.out).contains("redirect-loop");
    assertThat(project.resolve(job.at("/artifacts/reports/codequality").asString()))
        .content()
        .contains("\"check_name\":\"redirect-loop\"");
  }

  @Test
  void theStageOfJenkinsWritesWhatIsRecorded() throws Exception {
    String pipeline = blocks("jenkins.md", "groovy").get(0);
    Answer answer = run("sh", find(pipeline, "sh '([^']*)'"), Map.of());
    assertThat(answer.status).isZero();
    assertThat(project.resolve(find(pipeline, "pattern: '([^']*)'")))
        .content()
        .contains("<checkstyle ");
    assertThat(project.resolve(find(pipeline, "junit '([^']*)'")))
        .content()
        .contains("<testsuites ");
  }

  @Test
  void severalFormatsAreWrittenInOneRun() throws Exception {
    String command = blocks("formats.md", "sh").get(0);
    assertThat(run("sh", "../redirlint/bin/" + command, Map.of()).status).isEqualTo(1);
    assertThat(project.resolve("findings.sarif")).exists();
    assertThat(project.resolve("findings.html")).exists();
  }

  /** The plugin's projects are built by the whole build; one of them is the page's. */
  @Test
  void thePluginIsBuiltAsThePageShowsIt() throws IOException {
    String plugin =
        blocks("maven.md", "xml")
            .get(0)
            .replace(
                "<version>" + ToolVersion.current() + "</version>",
                "<version>@project.version@</version>");
    assertThat(Files.readString(Path.of("src/it/page/pom.xml")))
        .containsIgnoringWhitespaces(plugin);
  }

  /** The classes under test, wherever a command is run. */
  private static String classes() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> blocks(String page, String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGES.resolve(page)))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String find(String text, String pattern) {
    List<MatchResult> found = Pattern.compile(pattern).matcher(text).results().toList();
    assertThat(found).hasSize(1);
    return found.get(0).group(1);
  }

  /** What a step's environment is with inputs given or left at their defaults. */
  private static Map<String, String> environment(JsonNode names, JsonNode action, JsonNode given) {
    given
        .propertyNames()
        .forEach(name -> assertThat(action.get("inputs").has(name)).as(name).isTrue());
    Map<String, String> environment = new HashMap<>();
    names
        .properties()
        .forEach(
            entry -> {
              String input = find(entry.getValue().asString(), INPUT.pattern());
              JsonNode value =
                  given.has(input) ? given.get(input) : action.at("/inputs/" + input + "/default");
              environment.put(entry.getKey(), value.asString());
            });
    return environment;
  }

  private record Answer(int status, String out) {}

  private Answer run(String shell, String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(shell, "-e", "-c", script)
            .directory(project.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out);
  }
}
