package org.redirlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redirlint.ast.Dialect;
import org.redirlint.lint.LintRequest;
import org.redirlint.regex.Lazy;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that tell which files to read. */
final class InputOptions {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "PATH",
      description =
          "Files, and folders to be searched for configuration files; - is standard input. Without"
              + " a PATH the current folder is searched.")
  List<Path> paths = List.of();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "The language of all files: nginx, httpd, htaccess. Each file tells by itself if not given.")
  @Nullable Dialect dialect;

  @Option(
      names = "--allow-root",
      paramLabel = "DIR",
      description =
          "A folder whose files may be included, besides those of the PATHs, the current one and the"
              + " targets of --path-map. Repeatable.")
  List<Path> allowedRoots = List.of();

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "The name of the file on standard input.",
      defaultValue = "stdin")
  String standardInputName = "stdin";

  @Option(
      names = "--today",
      paramLabel = "YYYY-MM-DD",
      description = "The day on which promises are measured; today if not given.")
  @Nullable LocalDate today;

  /** Returns the files, as far as something is known of them. */
  LintRequest request(Knowledge knowledge) throws IOException {
    boolean readsStandardInput = paths.contains(Path.of(STANDARD_INPUT));
    List<Path> onDisk =
        paths.stream().filter(path -> !path.equals(Path.of(STANDARD_INPUT))).toList();
    return new LintRequest(
        Path.of("").toRealPath(),
        onDisk.isEmpty() && !readsStandardInput ? List.of(Path.of("")) : onDisk,
        readsStandardInput
            ? Optional.of(SourceFile.of(standardInputName, System.in.readAllBytes()))
            : Optional.empty(),
        Optional.ofNullable(dialect),
        knowledge,
        allowedRoots,
        new Lazy<>(() -> today == null ? LocalDate.now(ZoneId.systemDefault()) : today)::get,
        Map.of());
  }
}
