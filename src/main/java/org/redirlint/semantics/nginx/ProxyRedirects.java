package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.ProxyPass;
import org.redirlint.model.nginx.ProxySettings.Default;
import org.redirlint.model.nginx.ProxySettings.Matching;
import org.redirlint.model.nginx.ProxySettings.Prefix;
import org.redirlint.model.nginx.ProxySettings.Redirect;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;

/**
 * {@code proxy_redirect} (ngx_http_proxy_rewrite_redirect): the first one that fits changes the
 * Location.
 *
 * @param <V> a value
 */
final class ProxyRedirects<V> {

  private final Domain<V> domain;
  private final Variables<V> variables;

  ProxyRedirects(Domain<V> domain, Variables<V> variables) {
    this.domain = domain;
    this.variables = variables;
  }

  /**
   * A Location as it is passed on.
   *
   * @param result whether it was changed
   * @param value the state, and the Location
   * @param <V> a value
   */
  record Changed<V>(boolean result, Valued<V> value) {}

  /** Returns what becomes of a Location. */
  List<Changed<V>> changed(State<V> state, V location) {
    Optional<ProxyPass> pass = state.handler().flatMap(Handler::proxyPass);
    List<Redirect> redirects =
        state.scope().settings().proxy().redirects().orElse(List.of(new Default()));
    return pass.isEmpty()
        ? List.of(new Changed<>(false, new Valued<>(state, location)))
        : changed(state, location, pass.get(), redirects);
  }

  private List<Changed<V>> changed(
      State<V> state, V location, ProxyPass pass, List<Redirect> redirects) {
    if (redirects.isEmpty()) {
      return List.of(new Changed<>(false, new Valued<>(state, location)));
    }
    List<Redirect> others = redirects.subList(1, redirects.size());
    Redirect first = redirects.get(0);
    if (first instanceof Matching matching) {
      return Branches.then(
          Captures.match(domain, state, matching.pattern(), location),
          match ->
              match.matches()
                  ? Branches.then(
                      variables.evaluate(match.state(), matching.replacement()),
                      to ->
                          List.of(
                              new Changed<>(
                                  true,
                                  new Valued<>(
                                      to.state().note(matching.origin(), "proxy_redirect"),
                                      to.value()))))
                  : changed(match.state(), match.subject(), pass, others));
    }
    if (first instanceof Prefix prefix) {
      return prefix(state, location, pass, prefix, others);
    }
    return pass.url().isLiteral()
        ? byDefault(state, location, pass, others)
        : changed(state, location, pass, others);
  }

  private List<Changed<V>> prefix(
      State<V> state, V location, ProxyPass pass, Prefix prefix, List<Redirect> others) {
    return Branches.then(
        variables.evaluate(state, prefix.prefix()),
        start ->
            Branches.then(
                domain.classify(Classifier.opaque(text -> text), start.value()),
                text ->
                    Branches.then(
                        domain.classify(
                            Classifier.opaque(whole -> whole.startsWith(text.result())), location),
                        side ->
                            side.result()
                                ? Branches.then(
                                    variables.evaluate(start.state(), prefix.replacement()),
                                    to ->
                                        List.of(
                                            new Changed<>(
                                                true,
                                                new Valued<>(
                                                    to.state()
                                                        .note(prefix.origin(), "proxy_redirect"),
                                                    behind(
                                                        to.value(), text.result(), side.value())))))
                                : changed(start.state(), side.value(), pass, others))));
  }

  /** A URL without a URI stands for all paths of its server. */
  private List<Changed<V>> byDefault(
      State<V> state, V location, ProxyPass pass, List<Redirect> others) {
    String url = pass.url().literalPrefix();
    boolean whole = ProxyUrl.parse(url).filter(to -> to.uriStart() == url.length()).isPresent();
    Template start = Template.of(whole ? url + "/" : url);
    V replacement = domain.literal(whole ? "/" : pass.location());
    String prefix = start.literalPrefix();
    return Branches.then(
        domain.classify(Classifier.opaque(text -> text.startsWith(prefix)), location),
        side ->
            side.result()
                ? List.of(
                    new Changed<>(
                        true, new Valued<>(state, behind(replacement, prefix, side.value()))))
                : changed(state, side.value(), pass, others));
  }

  private V behind(V replacement, String prefix, V location) {
    V rest = domain.transform(Transducer.without(prefix.length()), location);
    return domain.concatenate(replacement, rest);
  }
}
