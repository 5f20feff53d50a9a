package org.redirlint.model.httpd;

import java.util.List;
import java.util.Map;
import org.redirlint.source.Origin;

/** {@code RewriteMap}. */
public sealed interface RewriteMap {

  /** Returns the directive. */
  Origin origin();

  /**
   * {@code txt:}.
   *
   * @param values what it holds
   */
  record Text(Origin origin, Map<String, String> values) implements RewriteMap {
    /** Takes the values. */
    public Text {
      values = Map.copyOf(values);
    }
  }

  /**
   * {@code rnd:}.
   *
   * @param values what it may give
   */
  record Random(Origin origin, Map<String, List<String>> values) implements RewriteMap {
    /** Takes the values. */
    public Random {
      values = Map.copyOf(values);
    }
  }

  /**
   * {@code int:}.
   *
   * @param function {@code toupper}, {@code tolower}, {@code escape} or {@code unescape}
   */
  record Internal(Origin origin, String function) implements RewriteMap {}

  /**
   * A table whose content is not known.
   *
   * @param source where it is kept, as written
   */
  record Unknown(Origin origin, String source) implements RewriteMap {}
}
