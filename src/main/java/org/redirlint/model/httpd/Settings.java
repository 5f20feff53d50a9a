package org.redirlint.model.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * What holds in one place of the configuration: a server, a section, an {@code .htaccess} file.
 *
 * @param core directives of the core
 * @param rewrite directives of mod_rewrite
 * @param alias directives of mod_alias
 * @param directory directives of mod_dir
 * @param access who may come in
 * @param variables {@code SetEnvIf} and its like, in order
 * @param fixedVariables {@code SetEnv} and {@code UnsetEnv}: these come after all redirects
 * @param headers {@code Header} directives that can change a redirect, in order
 * @param errorDocuments {@code ErrorDocument}, by status
 * @param files {@code Files} and {@code FilesMatch} sections inside
 * @param conditions {@code If}, {@code ElseIf} and {@code Else} sections inside
 * @param obstacle a directive whose effect on redirects is not known; empty if there is none
 */
public record Settings(
    CoreSettings core,
    RewriteContext rewrite,
    AliasContext alias,
    DirectoryContext directory,
    Access access,
    List<SetEnvIf> variables,
    Map<String, Optional<String>> fixedVariables,
    List<HeaderEdit> headers,
    Map<Integer, ErrorDocument> errorDocuments,
    List<Section> files,
    List<Section> conditions,
    Optional<Obstacle> obstacle) {

  /** Nothing. */
  public static final Settings NONE =
      new Settings(
          CoreSettings.NONE,
          RewriteContext.NONE,
          AliasContext.NONE,
          DirectoryContext.NONE,
          Access.NONE,
          List.of(),
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty());

  public Settings {
    variables = List.copyOf(variables);
    fixedVariables = Map.copyOf(fixedVariables);
    headers = List.copyOf(headers);
    errorDocuments = Map.copyOf(errorDocuments);
    files = List.copyOf(files);
    conditions = List.copyOf(conditions);
  }

  /**
   * A directive whose effect on redirects is not known.
   *
   * @param directive its name
   */
  public record Obstacle(Origin origin, String directive) {
    /** Tells whether all it does is to deny some requests, as {@code Require} does. */
    public boolean onlyDenies() {
      String name = directive.toLowerCase(Locale.ROOT);
      return name.equals("sslrequiressl") || name.equals("sslrequire");
    }
  }

  /** Returns the same with other settings of the core. */
  public Settings with(CoreSettings other) {
    return new Settings(
        other,
        rewrite,
        alias,
        directory,
        access,
        variables,
        fixedVariables,
        headers,
        errorDocuments,
        files,
        conditions,
        obstacle);
  }

  /** Returns what a server's directories inherit: its rules and redirects are its own. */
  public Settings inherited() {
    RewriteContext engine =
        new RewriteContext(
            rewrite.engine(),
            rewrite.options(),
            Optional.empty(),
            RuleList.EMPTY,
            Optional.empty());
    AliasContext form =
        new AliasContext(
            RedirectList.EMPTY,
            RedirectList.EMPTY,
            Optional.empty(),
            Optional.empty(),
            alias.relative());
    return new Settings(
        core,
        engine,
        form,
        directory,
        access,
        variables,
        fixedVariables,
        headers,
        errorDocuments,
        files,
        conditions,
        obstacle);
  }

  /** Returns what holds in an inner place: modules merge, each by its own rules. */
  public Settings merge(Settings inner) {
    if (inner.equals(NONE) || equals(NONE)) {
      return inner.equals(NONE) ? this : inner;
    }
    return new Settings(
        core.merge(inner.core),
        inner.rewrite.equals(RewriteContext.NONE) ? rewrite : rewrite.merge(inner.rewrite),
        alias.merge(inner.alias),
        directory.merge(inner.directory),
        access.merge(inner.access),
        join(variables, inner.variables),
        join(fixedVariables, inner.fixedVariables),
        join(headers, inner.headers),
        join(errorDocuments, inner.errorDocuments),
        join(files, inner.files),
        join(conditions, inner.conditions),
        inner.obstacle.or(() -> obstacle));
  }

  private static <K, T> Map<K, T> join(Map<K, T> first, Map<K, T> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    Map<K, T> all = new HashMap<>(first);
    all.putAll(second);
    return all;
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
