package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redirlint.http.Url;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;

/** Reads where a substitution of mod_rewrite may lead. */
final class TargetReader {

  private final Optional<LanguageMatch> captures;
  private final boolean exact;
  private final String base;

  /**
   * Takes what is known of the rule.
   *
   * @param captures what its pattern captures; empty where that is not known
   * @param exact whether what is captured arrives as it is
   * @param base what stands before a relative path; the empty text where that is not known
   */
  TargetReader(Optional<LanguageMatch> captures, boolean exact, String base) {
    this.captures = captures;
    this.exact = exact;
    this.base = base;
  }

  /** Returns where a substitution leads: to another place of the same server, or to a URL. */
  Target read(Template substitution) {
    List<Part> parts = substitution.parts();
    if (parts.isEmpty()) {
      return Target.anywhere();
    }
    String start = parts.get(0) instanceof Literal literal ? literal.text() : "";
    String lower = start.toLowerCase(Locale.ROOT);
    for (String scheme : List.of("http", "https")) {
      String beginning = scheme + "://";
      if (lower.startsWith(beginning)) {
        return absolute(scheme, start.substring(beginning.length()), parts);
      }
    }
    boolean captured = parts.get(0) instanceof Backreference && captures.isPresent() && exact;
    boolean unknown = start.isEmpty() || lower.matches("(?s)//.*|[a-z][a-z0-9+.-]*:.*");
    if (unknown && !captured) {
      return Target.anywhere();
    }
    Language path = path(parts);
    return Target.here(
        start.startsWith("/")
            ? DecodedPaths.of(path)
            : base.isEmpty()
                ? DecodedPaths.ALL
                : DecodedPaths.of(Language.of(base).concatenate(path)));
  }

  private Target absolute(String scheme, String rest, List<Part> parts) {
    List<Part> later = new ArrayList<>(parts.subList(1, parts.size()));
    if (rest.isEmpty()) {
      boolean sameHost =
          !later.isEmpty()
              && later.get(0) instanceof Variable variable
              && (variable.name().equals("HTTP_HOST") || variable.name().equals("SERVER_NAME"));
      boolean pathFollows =
          later.size() > 1
              && ((later.get(1) instanceof Literal path && path.text().startsWith("/"))
                  || (later.get(1) instanceof Variable uri && uri.name().equals("REQUEST_URI")));
      Language paths =
          sameHost && pathFollows ? path(later.subList(1, later.size())) : Language.ALL;
      return Target.at(scheme, DecodedPaths.of(paths));
    }
    int slash = rest.indexOf('/');
    if (slash < 0 && !later.isEmpty()) {
      return Target.at(scheme, DecodedPaths.ALL);
    }
    later.add(0, new Literal(slash < 0 ? "/" : rest.substring(slash)));
    return Url.parse(scheme + "://" + (slash < 0 ? rest : rest.substring(0, slash)))
        .map(url -> Target.at(scheme, url.host(), url.port(), DecodedPaths.of(path(later))))
        .orElseGet(Target::anywhere);
  }

  /** Returns what the path may be, up to a question mark. */
  private Language path(List<Part> parts) {
    Language path = Language.of("");
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        String text = literal.text();
        int end = text.indexOf('?');
        String before = end < 0 ? text : text.substring(0, end);
        if (before.indexOf('%') >= 0 || before.indexOf('#') >= 0 || before.indexOf('\\') >= 0) {
          return path.concatenate(Language.ALL);
        }
        path = path.concatenate(Language.of(before));
        if (end >= 0) {
          return path;
        }
      } else if (exact && part instanceof Backreference group && captures.isPresent()) {
        path = path.concatenate(captured(group.group()));
      } else if (exact
          && part instanceof Variable variable
          && variable.name().equals("REQUEST_URI")) {
        path = path.concatenate(DecodedPaths.ALL);
      } else {
        return path.concatenate(Language.ALL);
      }
    }
    return path;
  }

  private Language captured(int group) {
    LanguageMatch match = captures.orElseThrow();
    return match.mayBeUnset(group) ? match.group(group).union(Language.of("")) : match.group(group);
  }
}
