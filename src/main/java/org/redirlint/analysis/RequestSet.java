package org.redirlint.analysis;

import java.util.HashMap;
import java.util.Map;
import org.redirlint.regex.Language;

/**
 * A set of requests: every combination of what its parts can be.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port they are sent to
 * @param method the methods
 * @param host the hosts
 * @param path the paths as sent
 * @param query the queries as sent, with their question mark; the empty text stands for none
 * @param headers what is known of headers, by name
 * @param firstHost the hosts the first request of the chain was sent to
 * @param atFirstHost whether each request is sent to the host that the first one was sent to
 */
record RequestSet(
    String scheme,
    int port,
    Language method,
    Language host,
    Language path,
    Language query,
    Map<String, Language> headers,
    Language firstHost,
    boolean atFirstHost) {

  static final String METHOD = "method";
  static final String HOST = "host";
  static final String PATH = "path";
  static final String QUERY = "query";
  static final String HEADER = "header ";

  RequestSet {
    headers = Map.copyOf(headers);
  }

  /** Returns every request that a browser can send somewhere. */
  static RequestSet all(String scheme, int port) {
    return new RequestSet(
        scheme,
        port,
        Browser.METHODS,
        Browser.HOSTS,
        Browser.PATHS,
        Browser.QUERIES,
        Map.of(),
        Browser.HOSTS,
        true);
  }

  /** Returns what the parts of the requests can be, by name. */
  Map<String, Language> inputs() {
    Map<String, Language> inputs = new HashMap<>();
    inputs.put(METHOD, method);
    inputs.put(HOST, host);
    inputs.put(PATH, path);
    inputs.put(QUERY, query);
    headers.forEach((name, language) -> inputs.put(HEADER + name, language));
    return inputs;
  }

  /** Returns the same requests with any cookies. */
  RequestSet withOtherCookies() {
    Map<String, Language> fields = new HashMap<>(headers);
    fields.remove("cookie");
    return new RequestSet(scheme, port, method, host, path, query, fields, firstHost, atFirstHost);
  }

  /** Returns the same requests for any path. */
  RequestSet withAnyPath() {
    return narrowed(Map.of(PATH, Browser.PATHS));
  }

  /** Returns the requests of two sets that are sent to the same port, and others in between. */
  RequestSet union(RequestSet other, Memory memory) {
    Map<String, Language> fields = new HashMap<>();
    headers.forEach(
        (name, language) -> {
          Language there = other.headers.get(name);
          if (there != null) {
            fields.put(name, memory.union(language, there));
          }
        });
    return new RequestSet(
        scheme,
        port,
        memory.union(method, other.method),
        memory.union(host, other.host),
        memory.union(path, other.path),
        memory.union(query, other.query),
        fields,
        memory.union(firstHost, other.firstHost),
        atFirstHost);
  }

  /** Tells whether all requests of another set that is sent to the same port are in this one. */
  boolean includes(RequestSet other, Memory memory) {
    return memory.includes(method, other.method)
        && memory.includes(host, other.host)
        && memory.includes(path, other.path)
        && memory.includes(query, other.query)
        && memory.includes(firstHost, other.firstHost)
        && headers.entrySet().stream()
            .allMatch(
                entry ->
                    memory.includes(
                        entry.getValue(),
                        other.headers.getOrDefault(entry.getKey(), Language.ALL)));
  }

  /** Returns the headers as far as they are named, narrowed by what else is known of them. */
  Map<String, Language> headers(Map<String, Language> inputs) {
    Map<String, Language> fields = new HashMap<>(headers);
    inputs.forEach(
        (name, language) -> {
          if (name.startsWith(HEADER)) {
            fields.put(name.substring(HEADER.length()), language);
          }
        });
    return fields;
  }

  /** Returns the requests whose parts are also in these languages. */
  RequestSet narrowed(Map<String, Language> inputs) {
    Language hosts = inputs.getOrDefault(HOST, host);
    return new RequestSet(
        scheme,
        port,
        inputs.getOrDefault(METHOD, method),
        hosts,
        inputs.getOrDefault(PATH, path),
        inputs.getOrDefault(QUERY, query),
        headers(inputs),
        atFirstHost ? hosts : firstHost,
        atFirstHost);
  }
}
