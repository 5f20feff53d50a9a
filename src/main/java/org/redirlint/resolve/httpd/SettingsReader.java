package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.httpd.Access;
import org.redirlint.model.httpd.ErrorDocument;
import org.redirlint.model.httpd.ErrorDocument.Kind;
import org.redirlint.model.httpd.Expression;
import org.redirlint.model.httpd.HeaderEdit;
import org.redirlint.model.httpd.KnownStatuses;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.Settings.Obstacle;
import org.redirlint.regex.Regex;

/** Reads what holds in one place: a server, a section, an {@code .htaccess} file. */
final class SettingsReader {

  private static final java.util.Set<String> OBSTACLES =
      java.util.Set.of(
          "sslrequiressl",
          "sslrequire",
          "luahook",
          "luahookfixups",
          "luahooktranslatename",
          "perlhandler",
          "perlfixuphandler",
          "perltranshandler",
          "perlaccesshandler",
          "wsgiscriptalias",
          "jkmount");

  private final Expression.Reader expressions;
  private final Problems problems;
  private final Place place;
  private final Optional<String> directory;
  private final RewriteReader rewrite;
  private final AliasReader alias;
  private final AccessReader access;
  private final VariableReader variables;
  private final HeaderReader headerReader;
  private final CoreReader core = new CoreReader();
  private final DirectoryReader directoryReader = new DirectoryReader();
  private final List<HeaderEdit> headers = new ArrayList<>();
  private final Map<Integer, ErrorDocument> errorDocuments = new HashMap<>();
  private final List<Section> files = new ArrayList<>();
  private final List<Section> conditions = new ArrayList<>();
  private Optional<Obstacle> obstacle = Optional.empty();

  /**
   * Takes the place.
   *
   * @param place what may be said there
   * @param directory its path, as mod_rewrite sees it; empty for a server
   * @param location the path of a {@code Location}
   */
  SettingsReader(
      Expression.Reader expressions,
      Problems problems,
      Place place,
      Optional<String> directory,
      Optional<String> location) {
    this.expressions = expressions;
    this.problems = problems;
    this.place = place;
    this.directory = directory.map(path -> path.endsWith("/") ? path : path + "/");
    this.rewrite = new RewriteReader(expressions, place);
    this.alias = new AliasReader(expressions, place, location);
    this.access = new AccessReader(expressions, problems, place);
    this.variables = new VariableReader(expressions);
    this.headerReader = new HeaderReader(expressions);
  }

  /** Reads statements; what httpd refuses becomes a problem. */
  SettingsReader readAll(List<Statement> statements) {
    for (Statement statement : statements) {
      try {
        DirectiveCheck.check(statement, place);
        read(statement);
      } catch (RefusedException refused) {
        problems.add(statement, String.valueOf(refused.getMessage()));
      }
    }
    return this;
  }

  private void read(Statement statement) throws RefusedException {
    if (rewrite.read(statement)
        || alias.read(statement)
        || access.read(statement)
        || variables.read(statement)
        || core.read(statement)
        || directoryReader.read(statement)) {
      return;
    }
    String name = statement.name();
    switch (name) {
      case "errordocument" -> errorDocument(statement);
      case "header", "requestheader" -> headerReader.read(statement).ifPresent(headers::add);
      case "<files", "<filesmatch" -> files.add(files(statement));
      case "<if", "<elseif", "<else" -> conditions.add(condition(statement));
      case "<limit", "<limitexcept" -> limit(statement);
      default -> {
        if (OBSTACLES.contains(name) && obstacle.filter(first -> !first.onlyDenies()).isEmpty()) {
          obstacle = Optional.of(new Obstacle(statement.origin(), statement.source().name()));
        }
      }
    }
  }

  /** Only who may come in is limited to methods: all other directives count as if outside. */
  private void limit(Statement section) throws RefusedException {
    Access.Methods methods = LimitReader.methods(section, place);
    Place inside = place.inside(section);
    for (Statement inner : section.body()) {
      try {
        DirectiveCheck.check(inner, inside);
        if (!access.read(inner, methods)) {
          read(inner);
        }
      } catch (RefusedException refused) {
        problems.add(inner, String.valueOf(refused.getMessage()));
      }
    }
  }

  /** Returns what was read. */
  Settings settings() {
    return new Settings(
        core.settings(),
        rewrite.context(directory),
        alias.context(),
        directoryReader.context(),
        access.access(),
        variables.conditional(),
        variables.fixed(),
        headers,
        errorDocuments,
        files,
        conditions,
        obstacle);
  }

  private void errorDocument(Statement statement) throws RefusedException {
    int status = (int) Texts.leadingNumber(statement.argument(0));
    if (!KnownStatuses.isKnown(status)) {
      throw new RefusedException("Unsupported HTTP response code " + statement.argument(0));
    }
    String target = statement.argument(1);
    Kind kind;
    if (target.startsWith("/") && statement.arguments().size() == 2) {
      kind = Kind.PATH;
    } else if (target.matches("[A-Za-z0-9+.-]+://.*")) {
      kind = Kind.URL;
    } else {
      kind = target.equalsIgnoreCase("default") ? Kind.DEFAULT : Kind.TEXT;
    }
    boolean leads = kind == Kind.PATH || kind == Kind.URL;
    errorDocuments.put(status, new ErrorDocument(statement.origin(), kind, leads ? target : ""));
  }

  private Section files(Statement statement) throws RefusedException {
    boolean match = statement.name().equals("<filesmatch");
    boolean tilde = statement.argument(0).equals("~");
    String name = statement.argument(tilde ? 1 : 0);
    Optional<Regex> pattern =
        match || tilde ? Optional.of(Texts.sectionRegex(name)) : Optional.empty();
    return new Section(
        statement.origin(),
        Section.Kind.FILES,
        name,
        pattern,
        isWildcard(name),
        Optional.empty(),
        inner(statement, Optional.of(name)));
  }

  private Section condition(Statement statement) throws RefusedException {
    Section.Kind kind =
        switch (statement.name()) {
          case "<if" -> Section.Kind.IF;
          case "<elseif" -> Section.Kind.ELSE_IF;
          default -> Section.Kind.ELSE;
        };
    boolean follows =
        !conditions.isEmpty() && conditions.get(conditions.size() - 1).kind() != Section.Kind.ELSE;
    if (kind != Section.Kind.IF && !follows) {
      throw new RefusedException(
          "<Else> or <ElseIf> section without previous <If> or <ElseIf> section in same scope");
    }
    Optional<Expression> expression = Optional.empty();
    if (kind != Section.Kind.ELSE) {
      String source = String.join(" ", statement.arguments());
      Expression.Reading reading = expressions.condition(source);
      expression = reading.condition();
      if (expression.isEmpty()) {
        throw new RefusedException("Cannot parse condition clause");
      }
    }
    return new Section(
        statement.origin(),
        kind,
        "",
        Optional.empty(),
        false,
        expression,
        inner(statement, Optional.of("*If")));
  }

  private Settings inner(Statement section, Optional<String> path) {
    return new SettingsReader(expressions, problems, place.inside(section), path, Optional.empty())
        .readAll(section.body())
        .settings();
  }

  /** Tells whether a name holds wildcards (apr_fnmatch_test). */
  static boolean isWildcard(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }
}
