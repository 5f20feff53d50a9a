package org.redirlint.rule.request;

import java.util.List;
import org.redirlint.http.Method;
import org.redirlint.http.Url;

/**
 * Requests by their method and URL: {@code POST /api/**}, {@code POST,PUT https://**}, {@code
 * /shop/*} for any method.
 *
 * @param methods the methods; any if there are none
 * @param url the URLs
 */
public record RequestGlob(List<Method> methods, UrlGlob url) {

  public RequestGlob {
    methods = List.copyOf(methods);
  }

  /**
   * Reads methods and a URL, a space between them.
   *
   * @throws IllegalArgumentException if there is something else; the message says why
   */
  public static RequestGlob parse(String text) {
    String[] words = text.strip().split("\\s+", -1);
    if (words.length > 2) {
      throw new IllegalArgumentException(
          "expected methods and one path or URL, as in POST,PUT /api/**, found \"" + text + "\"");
    }
    UrlGlob url = UrlGlob.parse(words[words.length - 1]);
    if (words.length == 1 || words[0].equals("*")) {
      return new RequestGlob(List.of(), url);
    }
    return new RequestGlob(
        List.of(words[0].split(",", -1)).stream().map(RequestGlob::method).toList(), url);
  }

  /**
   * Reads a method.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static Method method(String name) {
    if (!name.matches("[A-Z][A-Z-]*")) {
      throw new IllegalArgumentException(
          "expected a method in capital letters, as POST, found \"" + name + "\"");
    }
    return new Method(name);
  }

  /** Tells whether a request is among those meant. */
  public boolean fits(Method method, Url asked) {
    return fits(method) && url.fits(asked);
  }

  /** Tells whether requests by a method are among those meant. */
  public boolean fits(Method method) {
    return methods.isEmpty() || methods.contains(method);
  }

  @Override
  public String toString() {
    return methods.isEmpty()
        ? url.toString()
        : String.join(",", methods.stream().map(Method::name).toList()) + " " + url;
  }
}
