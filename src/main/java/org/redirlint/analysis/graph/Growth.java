package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteCond.RegexPattern;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/**
 * Bounds how much longer the host and the path of a URL become by a redirect.
 *
 * @param pattern the pattern that the path has matched; empty if it is one it has not matched
 * @param conditions the conditions that hold
 * @param folder the path of the folder the redirect is for; the empty text for a server's
 * @param untouched whether the pattern was held against the path of the request, not against what
 *     has been made of it
 * @param captures what the groups of the pattern may hold
 */
record Growth(
    Optional<Regex> pattern,
    Conditions conditions,
    String folder,
    boolean untouched,
    IntFunction<Language> captures) {

  private static final String BEHIND_SCHEME = "://";

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

  private static final long[] BYTES = new long[256];

  private static final Language ROOTED = Language.startingWith("/");

  static {
    Arrays.fill(BYTES, 1);
  }

  /**
   * Returns how much longer a URL becomes that such a text is written for.
   *
   * @param keepsHost whether the server writes the host of the request before a path
   */
  Lengthening of(Template substitution, boolean keepsHost) {
    Optional<List<Part>> absolute = behindScheme(substitution);
    if (absolute.isEmpty()) {
      OptionalInt path = local(substitution);
      boolean here = keepsHost && isLocal(substitution);
      return new Lengthening(path, path, here ? OptionalInt.of(0) : OptionalInt.empty());
    }
    Optional<Cut> cut = cut(absolute.get());
    OptionalInt path = cut.map(parts -> path(parts.path())).orElse(OptionalInt.empty());
    OptionalInt host = cut.map(parts -> host(parts.host())).orElse(OptionalInt.empty());
    return new Lengthening(whole(absolute.get()), path, keepsHost ? host : OptionalInt.empty());
  }

  /** Returns what stands behind the scheme of a URL; empty where none is written. */
  private static Optional<List<Part>> behindScheme(Template substitution) {
    List<Part> parts = substitution.parts();
    int first = TargetReader.scheme(substitution).isPresent() ? 1 : 0;
    if (parts.size() <= first || !(parts.get(first) instanceof Literal literal)) {
      return Optional.empty();
    }
    int end = literal.text().indexOf(BEHIND_SCHEME);
    if (first == 1
        ? end != 0
        : end < 0 || !SCHEME.matcher(literal.text().substring(0, end)).matches()) {
      return Optional.empty();
    }
    List<Part> behind = new ArrayList<>(parts.subList(first + 1, parts.size()));
    String rest = literal.text().substring(end + BEHIND_SCHEME.length());
    if (!rest.isEmpty()) {
      behind.add(0, new Literal(rest));
    }
    return Optional.of(behind);
  }

  private OptionalInt local(Template substitution) {
    return isLocal(substitution) ? path(substitution.parts()) : OptionalInt.empty();
  }

  private static boolean isLocal(Template substitution) {
    String start = substitution.literalPrefix();
    boolean uri =
        !substitution.parts().isEmpty()
            && substitution.parts().get(0).equals(new Variable("REQUEST_URI"));
    return uri || start.startsWith("/");
  }

  /** Adds up host and path; a host that is written does not change when the request comes back. */
  private OptionalInt whole(List<Part> parts) {
    if (parts.isEmpty() || !untouched) {
      return OptionalInt.empty();
    }
    List<Part> later = parts.subList(1, parts.size());
    if (parts.get(0) instanceof Literal literal) {
      int slash = literal.text().indexOf('/');
      boolean onlyPath = !later.isEmpty() && later.get(0).equals(new Variable("REQUEST_URI"));
      return slash >= 0
          ? sum(from(slash, parts), 0)
          : onlyPath ? sum(later, 0) : OptionalInt.empty();
    }
    if (isHost(parts.get(0))) {
      return sum(later, 0);
    }
    if (!later.isEmpty() && parts.get(0) instanceof ConditionBackreference group) {
      OptionalLong beside = besideHost(group.group());
      return beside.isPresent()
          ? sum(later, Math.toIntExact(-beside.getAsLong()))
          : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  /** A URL behind its scheme, cut where the path begins. */
  private record Cut(List<Part> host, List<Part> path) {}

  /** Cuts a URL where its path begins; empty where that depends on what is captured. */
  private Optional<Cut> cut(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part instanceof Literal literal) {
        int end = end(literal.text());
        if (end < literal.text().length()) {
          List<Part> host = new ArrayList<>(parts.subList(0, i));
          host.add(new Literal(literal.text().substring(0, end)));
          return literal.text().charAt(end) == '/'
              ? Optional.of(new Cut(host, from(end, parts.subList(i, parts.size()))))
              : Optional.empty();
        }
      } else if (isPath(part)) {
        return Optional.of(new Cut(parts.subList(0, i), parts.subList(i, parts.size())));
      } else if (!isName(part) && !isOfHost(part)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns the place of the first character behind a host. */
  private static int end(String text) {
    int end = 0;
    while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static List<Part> from(int start, List<Part> parts) {
    List<Part> cut = new ArrayList<>(parts);
    cut.set(0, new Literal(((Literal) parts.get(0)).text().substring(start)));
    return cut;
  }

  private boolean isPath(Part part) {
    return part.equals(new Variable("REQUEST_URI"))
        || (part instanceof Backreference group && ROOTED.includes(captures.apply(group.group())));
  }

  private static boolean isHost(Part part) {
    return part.equals(new Variable("HTTP_HOST"));
  }

  private static boolean isName(Part part) {
    return isHost(part) || part.equals(new Variable("SERVER_NAME"));
  }

  /** Tells whether a part is one of the request's host: clients put no slash into that. */
  private boolean isOfHost(Part part) {
    return part instanceof ConditionBackreference group && besideHost(group.group()).isPresent();
  }

  private OptionalLong besideHost(int group) {
    Optional<RegexPattern> last = conditions.last();
    return last.isPresent() && conditions.lastVariable().filter("HTTP_HOST"::equals).isPresent()
        ? last.get().regex().leastBeside(BYTES, Set.of(group))
        : OptionalLong.empty();
  }

  /** Adds up a host that is made of that of the request. */
  private OptionalInt host(List<Part> parts) {
    long written = 0;
    boolean made = false;
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        written += literal.text().length();
      } else if (made) {
        return OptionalInt.empty();
      } else {
        made = true;
        written -=
            part instanceof ConditionBackreference group ? besideHost(group.group()).orElse(0) : 0;
      }
    }
    return made ? OptionalInt.of(Math.toIntExact(written)) : OptionalInt.empty();
  }

  private OptionalInt path(List<Part> parts) {
    return untouched ? sum(parts, 0) : OptionalInt.empty();
  }

  /** Adds up a path up to its question mark. */
  private OptionalInt sum(List<Part> parts, int host) {
    Set<Integer> groups = new HashSet<>();
    long written = host;
    boolean uri = false;
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        int mark = literal.text().indexOf('?');
        written += mark < 0 ? literal.text().length() : mark;
        if (mark >= 0) {
          break;
        }
      } else if (part instanceof Backreference group && group.group() > 0) {
        if (!groups.add(group.group())) {
          return OptionalInt.empty();
        }
      } else if (part.equals(new Variable("REQUEST_URI")) && !uri) {
        uri = true;
      } else {
        return OptionalInt.empty();
      }
    }
    if (uri) {
      return groups.isEmpty() ? OptionalInt.of((int) written) : OptionalInt.empty();
    }
    OptionalLong beside =
        pattern.isPresent() ? pattern.get().leastBeside(BYTES, groups) : OptionalLong.of(0);
    return beside.isPresent()
        ? OptionalInt.of((int) (written - folder.length() - beside.getAsLong()))
        : OptionalInt.empty();
  }
}
