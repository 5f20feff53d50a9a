package org.redirlint.maven;

import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.lint.FileSelection;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.lint.UnreadablePathException;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.report.Report;
import org.redirlint.ruleset.yaml.InvalidSettingsException;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;

/** What the goals have in common: which files of a project to check, and what is known of them. */
abstract class AbstractRedirlintMojo extends AbstractMojo {

  /**
   * Patterns of files to check, from the project's folder on, as {@code src/main/httpd/**}. If
   * there are none, configuration files are searched for in the whole project, save its build
   * directory and its modules.
   */
  @Parameter(property = "redirlint.includes")
  private List<String> includes = List.of();

  /** Patterns of files not to check, from the project's folder on. */
  @Parameter(property = "redirlint.excludes")
  private List<String> excludes = List.of();

  /** The folder that holds the files of the document root. */
  @Parameter(property = "redirlint.docroot")
  private @Nullable File docroot;

  /**
   * Names that lead back to the configurations, besides those they serve: {@code www.example.com}.
   */
  @Parameter(property = "redirlint.hosts")
  private List<String> hosts = List.of();

  /**
   * The ruleset to check by, instead of the one the settings name: recommended, strict, seo,
   * security, methods, all.
   */
  @Parameter(property = "redirlint.ruleset")
  private @Nullable String ruleset;

  /**
   * The settings for all files, instead of the {@code .redirlint.yaml} in the nearest folder above
   * each of them.
   */
  @Parameter(property = "redirlint.config")
  private @Nullable File config;

  /** Whether to do nothing. */
  @Parameter(property = "redirlint.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
  private File basedir = new File("");

  /** File names in messages and reports begin at the folder of the whole build. */
  @Parameter(defaultValue = "${maven.multiModuleProjectDirectory}", readonly = true)
  private @Nullable File buildFolder;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private @Nullable File buildDirectory;

  @Parameter(defaultValue = "${project.modules}", readonly = true)
  private @Nullable List<String> modules;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("redirlint is skipped");
      return;
    }
    try {
      run();
    } catch (UnreadablePathException | InvalidSettingsException | IllegalArgumentException misuse) {
      throw new MojoExecutionException("redirlint: " + misuse.getMessage(), misuse);
    } catch (IOException unreadable) {
      throw new MojoExecutionException("redirlint: " + unreadable, unreadable);
    }
  }

  /**
   * Does what the goal is for.
   *
   * @throws MojoFailureException if the findings are to fail the build
   * @throws IllegalArgumentException if a parameter makes no sense; the message says why
   */
  abstract void run() throws IOException, MojoFailureException;

  /** Checks the project. */
  final CheckResult check() throws IOException {
    Path project = basedir.toPath().toRealPath();
    Path working = buildFolder == null ? project : buildFolder.toPath().toRealPath();
    List<Path> files = new FileSelection(includes, excludes, leftOut(project)).find(project);
    if (files.isEmpty() && !includes.isEmpty()) {
      getLog().warn("redirlint finds no configuration file that matches " + includes);
    }
    SettingsFinder settings =
        new SettingsFinder(
            working,
            Optional.ofNullable(config).map(File::toPath),
            new RuleSelection(Optional.ofNullable(ruleset), Set.of(), Set.of()));
    return new ProjectLinter(settings)
        .check(
            new LintRequest(
                working,
                files,
                Optional.empty(),
                Optional.empty(),
                knowledge(),
                List.of(project),
                LocalDate.now(ZoneId.systemDefault())),
            Progress.NONE,
            true);
  }

  /** Writes a report to a file, whose folder is made if it is missing. */
  static void write(Report report, CheckResult result, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      report.write(result, out);
    }
  }

  private Knowledge knowledge() {
    Set<String> names = new HashSet<>();
    hosts.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    return new Knowledge(
        Optional.ofNullable(docroot).map(File::toPath),
        PathMap.NONE,
        Optional.empty(),
        Optional.empty(),
        names,
        false,
        Knowledge.Httpd.USUAL);
  }

  /** What is built is no source, and a module is checked by itself. */
  private Set<Path> leftOut(Path project) {
    Set<Path> folders = new HashSet<>();
    if (buildDirectory != null) {
      Path built = basedir.toPath().relativize(buildDirectory.toPath());
      folders.add(project.resolve(built).normalize());
    }
    for (String module : modules == null ? List.<String>of() : modules) {
      Path path = project.resolve(module).normalize();
      // A module is a folder, or a file in one.
      Path parent = path.getParent();
      folders.add(Files.isDirectory(path) || parent == null ? path : parent);
    }
    folders.remove(project);
    return folders;
  }
}
