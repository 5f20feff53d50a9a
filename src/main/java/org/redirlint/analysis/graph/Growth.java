package org.redirlint.analysis.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteCond.RegexPattern;
import org.redirlint.regex.Regex;

/**
 * Bounds how much longer the host and the path of a URL become by a redirect that comes back to the
 * rule that gave it. A host that is written does not change any more then.
 *
 * @param pattern the rule's pattern
 * @param conditions the rule's conditions
 * @param folder the path of the folder the rule is for; the empty text for a server's
 */
record Growth(Regex pattern, Conditions conditions, String folder) {

  private static final long[] BYTES = new long[256];

  static {
    Arrays.fill(BYTES, 1);
  }

  /** Returns the most bytes by which host and path grow, negative if they shrink. */
  OptionalInt of(Template substitution) {
    String text = substitution.toString();
    int scheme = text.indexOf("://");
    return scheme < 0 ? local(substitution) : absolute(substitution);
  }

  private OptionalInt local(Template substitution) {
    boolean rooted = substitution.literalPrefix().startsWith("/");
    boolean uri =
        !substitution.parts().isEmpty()
            && substitution.parts().get(0).equals(new Variable("REQUEST_URI"));
    return rooted || uri ? sum(substitution.parts(), 0) : OptionalInt.empty();
  }

  private OptionalInt absolute(Template substitution) {
    String literal = substitution.literalPrefix();
    int authority = literal.indexOf("://") + 3;
    if (authority < 3) {
      return OptionalInt.empty();
    }
    int path = literal.indexOf('/', authority);
    java.util.List<Part> parts = new java.util.ArrayList<>(substitution.parts());
    // A host that is written is the request's own when it comes back.
    boolean written = path >= 0;
    parts.remove(0);
    String rest = literal.substring(written ? path : authority);
    if (!rest.isEmpty()) {
      parts.add(0, new Literal(rest));
    }
    if (written) {
      return sum(parts, 0);
    }
    boolean whole = rest.isEmpty() && !parts.isEmpty() && isHost(parts.get(0));
    if (whole) {
      return sum(parts.subList(1, parts.size()), 0);
    }
    if (rest.isEmpty()
        && parts.size() > 1
        && parts.get(0) instanceof ConditionBackreference group) {
      OptionalLong beside = besideHost(group.group());
      return beside.isPresent()
          ? sum(parts.subList(1, parts.size()), Math.toIntExact(-beside.getAsLong()))
          : OptionalInt.empty();
    }
    boolean onlyPath = parts.size() > 1 && parts.get(1).equals(new Variable("REQUEST_URI"));
    return onlyPath && parts.get(0) instanceof Literal
        ? sum(parts.subList(1, parts.size()), 0)
        : OptionalInt.empty();
  }

  private static boolean isHost(Part part) {
    return part.equals(new Variable("HTTP_HOST"));
  }

  private OptionalLong besideHost(int group) {
    Optional<RegexPattern> last = conditions.last();
    return last.isPresent() && conditions.lastVariable().filter("HTTP_HOST"::equals).isPresent()
        ? last.get().regex().leastBeside(BYTES, Set.of(group))
        : OptionalLong.empty();
  }

  /** Adds up a path up to its question mark. */
  private OptionalInt sum(java.util.List<Part> parts, int host) {
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
    OptionalLong beside = pattern.leastBeside(BYTES, groups);
    return beside.isPresent()
        ? OptionalInt.of((int) (written - folder.length() - beside.getAsLong()))
        : OptionalInt.empty();
  }
}
