package org.redirlint.rule.query;

import java.util.stream.Stream;
import org.redirlint.analysis.search.Trial;
import org.redirlint.http.Url;

/** Puts names into the paths of requests, so that they are found again in a target. */
final class Named {

  private Named() {}

  /** Returns the same request with a name in the place of the path's last one, and behind it. */
  static Stream<Trial> variations(Trial trial, String name) {
    Url url = trial.url();
    String path = url.target().split("\\?", 2)[0];
    String query = url.target().substring(path.length());
    return Stream.of(path.substring(0, path.lastIndexOf('/') + 1), path, path + "/")
        .map(start -> start + name + query)
        .map(target -> trial.to(new Url(url.scheme(), url.host(), url.port(), target)));
  }
}
