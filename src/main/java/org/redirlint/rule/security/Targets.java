package org.redirlint.rule.security;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.http.Url;

/** Places in URLs where something can be put. */
final class Targets {

  private static final int MOST = 6;

  private Targets() {}

  /**
   * Returns the places behind the path's slashes, and its end: the last ones, if there are many.
   */
  static List<Integer> places(String target) {
    int mark = target.indexOf('?');
    int end = mark < 0 ? target.length() : mark;
    List<Integer> places = new ArrayList<>();
    places.add(end);
    for (int at = end - 1; at >= 0 && places.size() < MOST; at--) {
      if (target.charAt(at) == '/' && at + 1 < end) {
        places.add(at + 1);
      }
    }
    return places;
  }

  /**
   * The value of an argument.
   *
   * @param start where it begins
   * @param end where it ends
   */
  record Place(int start, int end) {}

  /** Returns where the values of a query's arguments stand: those of the first ones. */
  static List<Place> values(String target) {
    List<Place> values = new ArrayList<>();
    int mark = target.indexOf('?');
    int equals = mark < 0 ? -1 : target.indexOf('=', mark);
    while (equals >= 0 && values.size() < MOST) {
      int next = target.indexOf('&', equals);
      int end = next < 0 ? target.length() : next;
      values.add(new Place(equals + 1, end));
      equals = target.indexOf('=', end);
    }
    return values;
  }

  /** Returns the same URL with another path and query. */
  static Url with(Url url, String target) {
    return new Url(url.scheme(), url.host(), url.port(), target);
  }
}
