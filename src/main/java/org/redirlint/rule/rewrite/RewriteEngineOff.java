package org.redirlint.rule.rewrite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/**
 * Reports rewrite rules that never run because nothing turns the rewrite engine on.
 *
 * <p>httpd hands the state of the engine down: from the main server to virtual hosts, from both to
 * folders, from a folder to those below it.
 */
public final class RewriteEngineOff implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    Set<Path> foldersWithEngine =
        project.configurations().stream()
            .filter(configuration -> configuration.main().dialect() == Dialect.HTACCESS)
            .filter(RewriteEngineOff::turnsEngineOn)
            .map(RewriteEngineOff::folder)
            .collect(Collectors.toSet());
    return project.configurations().stream()
        .flatMap(configuration -> RewriteContext.of(configuration).stream())
        .filter(RewriteContext::isWhole)
        .filter(
            context ->
                context.engine().isPresent()
                    || !isBelow(context.configuration(), foldersWithEngine))
        .flatMap(context -> finding(context).stream());
  }

  private static Optional<Finding> finding(RewriteContext context) {
    List<LoadedDirective> rules =
        context.directives().stream().filter(directive -> directive.is("RewriteRule")).toList();
    Optional<LoadedDirective> engine = context.engine();
    if (rules.isEmpty() || engine.filter(RewriteEngineOff::isOn).isPresent()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.at(rules.get(0).origin())
            .with(
                "rules",
                rules.size() == 1
                    ? "this rule never runs"
                    : "these " + rules.size() + " rules never run");
    return Optional.of(
        engine
            .map(
                off ->
                    finding
                        .with("reason", "RewriteEngine is off")
                        .related(off.origin(), "turned off here"))
            .orElseGet(
                () ->
                    finding
                        .with("reason", "there is no \"RewriteEngine On\"")
                        .assuming("no configuration around this one turns the rewrite engine on")));
  }

  private static boolean turnsEngineOn(LoadedConfiguration configuration) {
    return RewriteContext.of(configuration)
        .get(0)
        .engine()
        .filter(RewriteEngineOff::isOn)
        .isPresent();
  }

  private static boolean isOn(LoadedDirective engine) {
    return engine.argument(0).equalsIgnoreCase("on");
  }

  private static boolean isBelow(LoadedConfiguration configuration, Set<Path> folders) {
    Optional<Path> folder = Optional.of(folder(configuration)).flatMap(RewriteEngineOff::parent);
    while (folder.isPresent()) {
      if (folders.contains(folder.get())) {
        return configuration.main().dialect() == Dialect.HTACCESS;
      }
      folder = folder.flatMap(RewriteEngineOff::parent);
    }
    return false;
  }

  private static Path folder(LoadedConfiguration configuration) {
    return parent(Path.of(configuration.main().source().path()).toAbsolutePath())
        .orElse(Path.of("/"));
  }

  private static Optional<Path> parent(Path path) {
    return Optional.ofNullable(path.getParent());
  }
}
