package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redirlint.http.Header;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.RequestParts;

/**
 * A request to be tried, and the files there are.
 *
 * @param method the method
 * @param url where it is sent
 * @param headers the headers besides Host, by name in lower case
 * @param files what is assumed to be at paths of which nothing is known; nothing is at all others
 */
public record Trial(
    Method method, Url url, Map<String, String> headers, Map<String, FileStatus> files) {

  static final String METHOD = RequestParts.METHOD;
  static final String HOST = RequestParts.HOST;
  static final String PATH = RequestParts.PATH;
  static final String QUERY = RequestParts.QUERY;
  static final String HEADER = RequestParts.HEADER;

  public Trial {
    headers = Map.copyOf(headers);
    files = Map.copyOf(files);
  }

  /** Returns a GET of a URL, where nothing is supposed. */
  public static Trial get(Url url) {
    return new Trial(Method.GET, url, Map.of(), Map.of());
  }

  /** Returns the same trial of another URL. */
  public Trial to(Url other) {
    return new Trial(method, other, headers, files);
  }

  /** Returns the same trial by another method. */
  public Trial by(Method other) {
    return new Trial(other, url, headers, files);
  }

  /** Returns the same trial with something else at a path; what contradicts it is forgotten. */
  public Trial assuming(String path, FileStatus status) {
    Map<String, FileStatus> more = new HashMap<>();
    files.forEach(
        (other, there) -> {
          boolean below = other.startsWith(path + "/") && !status.isDirectory();
          boolean above = path.startsWith(other + "/") && status.exists();
          if (!(below && there.exists()) && !(above && !there.isDirectory())) {
            more.put(other, there);
          }
        });
    more.put(path, status);
    return new Trial(method, url, headers, more);
  }

  /** Returns the same trial with other parts of the request. */
  Trial with(Map<String, String> parts) {
    String target = url.target();
    int mark = target.indexOf('?');
    String path = parts.getOrDefault(PATH, mark < 0 ? target : target.substring(0, mark));
    String query = parts.getOrDefault(QUERY, mark < 0 ? "" : target.substring(mark));
    Url other =
        new Url(url.scheme(), parts.getOrDefault(HOST, url.host()), url.port(), path + query);
    Map<String, String> fields = new HashMap<>(headers);
    parts.forEach(
        (name, text) -> {
          if (name.startsWith(HEADER)) {
            fields.put(name.substring(HEADER.length()), text);
          }
        });
    Method changed = new Method(parts.getOrDefault(METHOD, method.name()));
    return new Trial(changed, other, fields, files);
  }

  /**
   * Returns the same trial with a header.
   *
   * @param name its name in lower case, not {@code host}
   */
  public Trial withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Trial(method, url, more, files);
  }

  /**
   * Returns the same trial without a header.
   *
   * @param name its name in lower case
   */
  public Trial without(String name) {
    Map<String, String> fewer = new HashMap<>(headers);
    fewer.remove(name);
    return new Trial(method, url, fewer, files);
  }

  List<Header> fields() {
    List<Header> fields = new ArrayList<>();
    new TreeMap<>(headers).forEach((name, value) -> fields.add(new Header(name, value)));
    fields.removeIf(field -> field.value().isEmpty());
    return fields;
  }
}
