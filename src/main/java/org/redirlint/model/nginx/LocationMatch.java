package org.redirlint.model.nginx;

import org.redirlint.model.Pattern;

/** What a location matches. */
public sealed interface LocationMatch {

  /**
   * {@code =}: the whole URI.
   *
   * @param uri the URI
   */
  record Exact(String uri) implements LocationMatch {
    @Override
    public String toString() {
      return "= " + uri;
    }
  }

  /**
   * The beginning of the URI.
   *
   * @param prefix the beginning
   */
  record Prefix(String prefix) implements LocationMatch {
    @Override
    public String toString() {
      return prefix;
    }
  }

  /**
   * {@code ^~}: the beginning of the URI, before any regular expression.
   *
   * @param prefix the beginning
   */
  record PriorityPrefix(String prefix) implements LocationMatch {
    @Override
    public String toString() {
      return "^~ " + prefix;
    }
  }

  /**
   * {@code ~} or {@code ~*}.
   *
   * @param pattern the regular expression
   */
  record RegexMatch(Pattern pattern) implements LocationMatch {
    @Override
    public String toString() {
      return pattern.text();
    }
  }

  /**
   * A name that only the configuration itself can go to.
   *
   * @param name the name, the {@code @} included
   */
  record Named(String name) implements LocationMatch {
    @Override
    public String toString() {
      return name;
    }
  }
}
