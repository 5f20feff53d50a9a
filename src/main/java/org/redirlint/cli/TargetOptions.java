package org.redirlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Problem;
import org.redirlint.lint.ConfigurationLoader;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.site.DocumentRoots;
import org.redirlint.site.Knowledge;
import org.redirlint.site.Target;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that ask one configuration for what it answers. */
final class TargetOptions {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Mixin final KnowledgeOptions known = new KnowledgeOptions();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "The language of all files: nginx, httpd, htaccess. Each file tells by itself if not given.")
  @Nullable Dialect dialect;

  /** Returns what is known besides the configuration. */
  KnowledgeOptions known() {
    return known;
  }

  /**
   * Reads a configuration and makes it ready.
   *
   * @param paths its files and folders; the current folder if there are none
   * @param loopback the address of both sides of a connection, if no option names the client's
   * @throws ParameterException if it is none that can be asked
   */
  Target target(List<String> paths, Optional<String> loopback) throws IOException {
    Knowledge knowledge = known.knowledge(documentRoot(paths), loopback);
    LintRequest request =
        new LintRequest(
            Path.of("").toRealPath(),
            paths.isEmpty() ? List.of(Path.of("")) : paths.stream().map(Path::of).toList(),
            Optional.empty(),
            Optional.ofNullable(dialect),
            knowledge,
            List.of(),
            LocalDate.now(ZoneId.systemDefault()));
    ConfigurationLoader.Loaded loaded = ConfigurationLoader.load(request, Progress.NONE);
    try {
      Target target = Target.of(loaded.configurations(), knowledge, request.contents());
      loaded.problems().forEach(this::warn);
      target.problems().forEach(this::warn);
      return target;
    } catch (IllegalArgumentException untraceable) {
      throw new ParameterException(spec.commandLine(), String.valueOf(untraceable.getMessage()));
    }
  }

  /** A folder that holds .htaccess files is a document root. */
  private static Optional<Path> documentRoot(List<String> paths) {
    List<Path> folders =
        paths.isEmpty() ? List.of(Path.of("")) : paths.stream().map(Path::of).toList();
    return folders.stream().filter(DocumentRoots::isDocumentRoot).findFirst();
  }

  private void warn(Problem problem) {
    spec.commandLine()
        .getErr()
        .println(
            problem.origin().file().path()
                + ":"
                + problem.origin().start().line()
                + ": "
                + problem.message());
  }
}
