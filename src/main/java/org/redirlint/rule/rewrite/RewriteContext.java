package org.redirlint.rule.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;

/**
 * The directives of mod_rewrite that httpd puts into one configuration: those of a server, a
 * virtual host, a folder's section or an {@code .htaccess} file.
 *
 * @param configuration where it stands
 * @param section the section that makes it; nothing at the top of a file
 * @param enclosing the context around it
 * @param directives its own directives of mod_rewrite, in their order
 */
record RewriteContext(
    LoadedConfiguration configuration,
    Optional<LoadedDirective> section,
    Optional<RewriteContext> enclosing,
    List<LoadedDirective> directives) {

  /** Sections that only decide whether their directives count; they then count as if outside. */
  private static final Set<String> TRANSPARENT =
      Set.of("ifmodule", "ifdefine", "ifversion", "iffile", "ifdirective", "ifsection");

  /** Returns the contexts of a configuration of httpd, enclosing ones first. */
  static List<RewriteContext> of(LoadedConfiguration configuration) {
    List<RewriteContext> contexts = new ArrayList<>();
    if (configuration.main().dialect() != Dialect.NGINX) {
      collect(
          new RewriteContext(configuration, Optional.empty(), Optional.empty(), new ArrayList<>()),
          configuration.directives(),
          contexts);
    }
    return contexts;
  }

  /**
   * Tells whether the whole context is in sight: nothing outside can add a directive at its end.
   */
  boolean isWhole() {
    return section.isPresent() || configuration.main().dialect() == Dialect.HTACCESS;
  }

  /** Returns the last {@code RewriteEngine} of this context, else of the nearest one around it. */
  Optional<LoadedDirective> engine() {
    return directives.stream()
        .filter(directive -> directive.is("RewriteEngine"))
        .reduce((earlier, later) -> later)
        .or(() -> enclosing.flatMap(RewriteContext::engine));
  }

  private static void collect(
      RewriteContext context, List<LoadedDirective> directives, List<RewriteContext> contexts) {
    contexts.add(context);
    fill(context, directives, contexts);
  }

  private static void fill(
      RewriteContext context, List<LoadedDirective> directives, List<RewriteContext> contexts) {
    for (LoadedDirective directive : directives) {
      String name = directive.name().toLowerCase(Locale.ROOT);
      if (name.startsWith("rewrite")) {
        context.directives.add(directive);
      } else if (TRANSPARENT.contains(name)) {
        fill(context, directive.body(), contexts);
      } else if (!directive.body().isEmpty() && !name.equals("macro")) {
        collect(
            new RewriteContext(
                context.configuration,
                Optional.of(directive),
                Optional.of(context),
                new ArrayList<>()),
            directive.body(),
            contexts);
      }
    }
  }
}
