package org.redirlint.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Status;
import org.redirlint.http.Url;

/**
 * Where a real server leads a browser without cookies.
 *
 * @param urls the requests, each as method and URL
 * @param back how many redirects led back to the server
 */
public record Followed(List<String> urls, int back) {

  /** Takes a copy. */
  public Followed {
    urls = List.copyOf(urls);
  }

  /**
   * Follows redirects that lead back.
   *
   * @param here tells which URLs lead back
   * @param most how many redirects are followed
   */
  public static Followed from(RunningServer server, Request first, Predicate<Url> here, int most)
      throws IOException {
    List<String> urls = new ArrayList<>();
    Request request = first;
    Optional<Url> url = first.url(Url.defaultPort(first.scheme()));
    for (int back = 0; ; back++) {
      String answer = server.ask(request);
      urls.add(request.method() + " " + url.map(Url::toString).orElse("?") + " → " + answer);
      Optional<Url> next = next(url, answer).filter(here);
      if (next.isEmpty() || back >= most) {
        return new Followed(urls, back);
      }
      Method method =
          Status.methodAfter(
              Integer.parseInt(answer.substring(0, 3)), new Method(request.method()));
      request = Request.of(method, next.get(), first.headers());
      url = next;
    }
  }

  private static Optional<Url> next(Optional<Url> from, String answer) {
    String location = answer.substring(4);
    // What browsers make of an empty Location differs.
    boolean leads = !location.equals("-") && !location.isEmpty();
    return Status.isRedirect(Integer.parseInt(answer.substring(0, 3))) && leads
        ? from.flatMap(url -> url.resolve(location))
        : Optional.empty();
  }
}
