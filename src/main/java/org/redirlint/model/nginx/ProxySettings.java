package org.redirlint.model.nginx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.Pattern;
import org.redirlint.model.Template;
import org.redirlint.source.Origin;

/**
 * What holds for requests that {@code proxy_pass} hands on, and for what comes back.
 *
 * @param headers {@code proxy_set_header}
 * @param passesHeaders {@code proxy_pass_request_headers}
 * @param method {@code proxy_method}; empty for the client's own
 * @param version {@code proxy_http_version}
 * @param redirects {@code proxy_redirect}, in the order written; empty if nothing is said, which is
 *     {@code default}
 * @param interceptsErrors {@code proxy_intercept_errors}
 * @param hidden {@code proxy_hide_header}, in lower case
 * @see <a
 *     href="https://nginx.org/en/docs/http/ngx_http_proxy_module.html">ngx_http_proxy_module</a>
 */
public record ProxySettings(
    List<SetHeader> headers,
    boolean passesHeaders,
    Optional<Template> method,
    String version,
    Optional<List<Redirect>> redirects,
    boolean interceptsErrors,
    Set<String> hidden) {

  /** What holds where nothing is said. */
  public static final ProxySettings DEFAULT =
      new ProxySettings(
          List.of(), true, Optional.empty(), "1.0", Optional.empty(), false, Set.of());

  /** Takes copies. */
  public ProxySettings {
    headers = List.copyOf(headers);
    redirects = redirects.map(List::copyOf);
    hidden = Set.copyOf(hidden);
  }

  /**
   * {@code proxy_set_header}.
   *
   * @param origin the directive
   * @param name the header's name in lower case
   * @param value its value; an empty one is not sent
   */
  public record SetHeader(Origin origin, String name, Template value) {}

  /** {@code proxy_redirect}: what a Location that comes back is changed to. */
  public sealed interface Redirect {}

  /** {@code proxy_redirect default}: the URL of {@code proxy_pass} becomes the location. */
  public record Default() implements Redirect {}

  /**
   * A text at the beginning becomes another one.
   *
   * @param origin the directive
   * @param prefix the text
   * @param replacement the other one
   */
  public record Prefix(Origin origin, Template prefix, Template replacement) implements Redirect {}

  /**
   * What a regular expression matches becomes, as a whole, another text.
   *
   * @param origin the directive
   * @param pattern the regular expression
   * @param replacement the other text
   */
  public record Matching(Origin origin, Pattern pattern, Template replacement)
      implements Redirect {}
}
