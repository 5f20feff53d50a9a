package org.redirlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Problem;
import org.redirlint.lint.AskedSite;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.semantics.Follower;
import org.redirlint.site.DocumentRoots;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;
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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings that describe the site, instead of the .redirlint.yaml in the nearest"
              + " folder above its files.")
  @Nullable Path settings;

  /**
   * Reads a configuration and returns what follows its redirects.
   *
   * @param paths its files and folders; the current folder if there are none
   * @param loopback the address of both sides of a connection, if nothing tells the client's
   * @param follow whether redirects are followed at all
   * @param maxHops how many requests are made at most, at least 1
   * @throws ParameterException if it is none that can be asked
   */
  Follower follower(List<String> paths, Optional<String> loopback, boolean follow, int maxHops)
      throws IOException {
    LintRequest request =
        new LintRequest(
            Path.of("").toRealPath(),
            paths.isEmpty() ? List.of(Path.of("")) : paths.stream().map(Path::of).toList(),
            Optional.empty(),
            Optional.ofNullable(dialect),
            known.knowledge(),
            List.of(),
            LocalDate.now(ZoneId.systemDefault()));
    AskedSite site = site(request, guessed(request.paths(), loopback));
    site.problems().forEach(this::warn);
    return new Follower(
        site.target().simulator(),
        new Follower.Options(
            follow, maxHops, site.knowledge().hosts(), site.knowledge().tlsUpstream()));
  }

  private AskedSite site(LintRequest request, Knowledge guessed) {
    SettingsFinder finder =
        new SettingsFinder(
            request.workingFolder(), Optional.ofNullable(settings), RuleSelection.NONE);
    try {
      return AskedSite.of(request, finder, guessed);
    } catch (IllegalArgumentException untraceable) {
      throw new ParameterException(spec.commandLine(), String.valueOf(untraceable.getMessage()));
    }
  }

  /** A folder that holds .htaccess files is a document root. */
  private static Knowledge guessed(List<Path> paths, Optional<String> loopback) {
    return new Knowledge(
        paths.stream().filter(DocumentRoots::isDocumentRoot).findFirst(),
        PathMap.NONE,
        loopback,
        loopback,
        Set.of(),
        false,
        Knowledge.Httpd.USUAL);
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
