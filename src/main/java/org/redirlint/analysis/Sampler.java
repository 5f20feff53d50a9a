package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redirlint.http.Header;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.regex.Language;

/** Draws requests from a set: short, readable ones that differ in what may matter. */
final class Sampler {

  private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "PUT", "DELETE");
  private static final int HOSTS = 3;
  private static final int PATHS = 6;
  private static final int QUERIES = 2;

  private final Language preferred;

  /** Takes the hosts that are drawn first where they can be. */
  Sampler(Language preferred) {
    this.preferred = preferred;
  }

  /**
   * A request that was drawn.
   *
   * @param method its method
   * @param url where it goes
   * @param headers its headers
   * @param inputs its parts by name
   */
  record Sample(Method method, Url url, List<Header> headers, Map<String, String> inputs) {}

  /** Returns some requests of a set; each of its parts is among them in each form drawn. */
  List<Sample> draw(RequestSet requests) {
    List<String> methods = new ArrayList<>();
    for (String method : METHODS) {
      if (methods.isEmpty() && requests.method().contains(method)) {
        methods.add(method);
      }
    }
    Language served = requests.host().intersect(preferred);
    List<String> hosts = (served.isEmpty() ? requests.host() : served).samples(HOSTS);
    List<String> paths = new ArrayList<>(requests.path().samples(PATHS));
    paths.removeIf(Browser.WITH_DOT_SEGMENTS::contains);
    List<String> queries = new ArrayList<>(requests.query().samples(QUERIES));
    if (requests.query().contains("") && !queries.contains("")) {
      queries.add(0, "");
    }
    List<Sample> samples = new ArrayList<>();
    for (String method : methods) {
      for (String host : hosts) {
        for (String path : paths) {
          for (String query : queries) {
            samples.add(sample(requests, method, host, path, query));
          }
        }
      }
    }
    return samples;
  }

  private static Sample sample(
      RequestSet requests, String method, String host, String path, String query) {
    List<Header> headers = new ArrayList<>();
    Map<String, String> inputs = new java.util.HashMap<>();
    inputs.put(RequestSet.METHOD, method);
    inputs.put(RequestSet.HOST, host);
    inputs.put(RequestSet.PATH, path);
    inputs.put(RequestSet.QUERY, query);
    requests
        .headers()
        .forEach(
            (name, language) -> {
              String value = language.contains("") ? "" : language.shortest().orElse("");
              inputs.put(RequestSet.HEADER + name, value);
              if (!value.isEmpty()) {
                headers.add(new Header(name, value));
              }
            });
    Url url = new Url(requests.scheme(), host, requests.port(), path + query);
    return new Sample(new Method(method), url, headers, inputs);
  }
}
