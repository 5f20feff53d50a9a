package org.redirlint.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.http.Header;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads requests given as JSON, one object a line. Strings are bytes, one code point each; fields
 * that are not known are ignored.
 */
public final class RequestReader {

  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * A request and its name.
   *
   * @param id its name; empty if it has none
   * @param request the request
   */
  public record Identified(String id, Request request) {}

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no request; the message says why
   */
  public Identified read(String line) {
    JsonNode node;
    try {
      node = mapper.readTree(line);
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("not JSON: " + notJson.getOriginalMessage(), notJson);
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    String id = text(node, "id").orElse("");
    return new Identified(id, node.has("url") ? byUrl(node) : byTarget(node));
  }

  private static Request byUrl(JsonNode node) {
    String text = text(node, "url").orElse("");
    Url url =
        Url.parse(text)
            .orElseThrow(() -> new IllegalArgumentException("not a URL: \"" + text + "\""));
    Method method = new Method(text(node, "method").orElse("GET"));
    return Request.of(method, url, headers(node));
  }

  private static Request byTarget(JsonNode node) {
    String target =
        text(node, "target")
            .orElseThrow(() -> new IllegalArgumentException("neither \"url\" nor \"target\""));
    return new Request(
        text(node, "method").orElse("GET"),
        text(node, "scheme").orElse("http"),
        text(node, "host"),
        target,
        headers(node),
        text(node, "addr").filter(address -> !address.equals("*")),
        node.path("port").isInt() ? OptionalInt.of(node.path("port").asInt()) : OptionalInt.empty(),
        text(node, "version").orElse("1.1"),
        node.path("plain").asBoolean(false));
  }

  private static List<Header> headers(JsonNode node) {
    List<Header> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : node.path("headers").properties()) {
      headers.add(new Header(header.getKey(), header.getValue().asString()));
    }
    return headers;
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }
}
