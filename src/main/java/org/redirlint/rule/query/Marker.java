package org.redirlint.rule.query;

import org.redirlint.analysis.search.Trial;
import org.redirlint.http.Url;

/** A query that nobody else writes: where it turns up again, it came from the request. */
final class Marker {

  /** An argument of the query. */
  static final String ARGUMENT = "from=newsletter";

  private Marker() {}

  /** Returns the same request with the argument at the beginning of its query. */
  static Trial in(Trial trial) {
    Url url = trial.url();
    int mark = url.target().indexOf('?');
    String target =
        mark < 0
            ? url.target() + "?" + ARGUMENT
            : url.target().substring(0, mark)
                + "?"
                + ARGUMENT
                + "&"
                + url.target().substring(mark + 1);
    return trial.to(new Url(url.scheme(), url.host(), url.port(), target));
  }

  /** Returns how often the argument stands in a text. */
  static int count(String text) {
    int count = 0;
    for (int at = text.indexOf(ARGUMENT); at >= 0; at = text.indexOf(ARGUMENT, at + 1)) {
      count++;
    }
    return count;
  }
}
