package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Pattern;
import org.redirlint.model.nginx.Referers;
import org.redirlint.regex.MatchResult;
import org.redirlint.semantics.UndeterminedException;

/**
 * Tells whether a Referer is valid (ngx_http_referer_variable).
 *
 * @param referers the valid ones
 */
record RefererTest(Referers referers) {

  private static final int SHORTEST = "http://i.ru".length();
  private static final int LONGEST_HOST = 256;

  /** Tells whether a request without a Referer is valid. */
  boolean withoutReferer() {
    return hasNoNames() || referers.none();
  }

  /** Tells whether a Referer is valid. */
  boolean isValid(String referer) {
    if (hasNoNames()) {
      return true;
    }
    int start =
        referer.length() < SHORTEST
            ? 0
            : referer.regionMatches(true, 0, "http://", 0, 7)
                ? 7
                : referer.regionMatches(true, 0, "https://", 0, 8) ? 8 : 0;
    if (start == 0) {
      return referers.blocked();
    }
    int end = start;
    while (end < referer.length() && referer.charAt(end) != '/' && referer.charAt(end) != ':') {
      end++;
    }
    if (end - start > LONGEST_HOST) {
      return false;
    }
    String host = HostHeader.lowerCase(referer.substring(start, end));
    Optional<String> path = referers.names().find(host);
    if (path.isPresent()) {
      int slash = referer.indexOf('/', end);
      return path.get().isEmpty() || (slash >= 0 && referer.startsWith(path.get(), slash));
    }
    return matches(referers.hostPatterns(), host)
        || matches(referers.patterns(), referer.substring(start));
  }

  private boolean hasNoNames() {
    return referers.names().isEmpty()
        && referers.patterns().isEmpty()
        && referers.hostPatterns().isEmpty();
  }

  private static boolean matches(List<Pattern> patterns, String text) {
    for (Pattern pattern : patterns) {
      MatchResult result = pattern.regex().match(text);
      if (result instanceof MatchResult.Undetermined undetermined) {
        throw new UndeterminedException(undetermined.reason());
      }
      if (result instanceof MatchResult.Matched) {
        return true;
      }
    }
    return false;
  }
}
