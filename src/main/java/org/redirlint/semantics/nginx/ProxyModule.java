package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.nginx.ErrorPage;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.ProxyPass;
import org.redirlint.model.nginx.ProxySettings;
import org.redirlint.model.nginx.ProxySettings.SetHeader;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Answer.Field;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Domain.Cut;
import org.redirlint.semantics.Handover;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.semantics.HostField;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.UndeterminedException;

/**
 * What {@code proxy_pass} makes of a request, and of the answer that comes back
 * (ngx_http_proxy_module.c, ngx_http_upstream.c).
 *
 * @param <V> a value
 */
final class ProxyModule<V> {

  private static final int BAD_GATEWAY = 502;
  private static final int FIRST_ERROR = 300;

  /** What nginx does not pass on, or sets anew, whatever the client sends. */
  private static final Set<String> OWN =
      Set.of("te", "keep-alive", "expect", "upgrade", "transfer-encoding", "content-length");

  private static final Classifier<Boolean> ESCAPED = Classifier.opaque(ProxyModule::isEscaped);

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Responses<V> responses;
  private final ProxyRedirects<V> redirects;
  private final ProxiedServers servers;

  ProxyModule(
      Domain<V> domain,
      Variables<V> variables,
      Responses<V> responses,
      Map<String, List<String>> upstreams) {
    this.domain = domain;
    this.variables = variables;
    this.responses = responses;
    this.redirects = new ProxyRedirects<>(domain, variables);
    this.servers = new ProxiedServers(upstreams);
  }

  /** Returns what is handed on; nothing where it is not sent to an address by HTTP. */
  List<Handover<V>> handover(State<V> state) {
    Optional<ProxyPass> pass = state.handler().flatMap(Handler::proxyPass);
    if (pass.isEmpty()) {
      return List.of();
    }
    Classifier<Optional<ProxyUrl>> parts = Classifier.opaque(ProxyUrl::parse);
    return Branches.then(
        variables.evaluate(state, pass.get().url()),
        url ->
            Branches.then(
                domain.classify(parts, url.value()),
                side ->
                    side.result().isEmpty()
                        ? List.of()
                        : handover(url.state(), pass.get(), side.result().get(), side.value())));
  }

  private List<Handover<V>> handover(State<V> state, ProxyPass pass, ProxyUrl to, V url) {
    List<Address> addresses = servers.of(to);
    if (addresses.isEmpty()) {
      return List.of();
    }
    State<V> proxied = withVariables(state, to);
    ProxySettings settings = state.scope().settings().proxy();
    V host = header(proxied, settings, "host", domain.literal(to.hostHeader()));
    V method =
        settings
            .method()
            .map(name -> only(variables.evaluate(proxied, name)))
            .orElse(state.target().method());
    return Branches.then(
        HostField.of(domain, host),
        field ->
            Branches.then(
                target(state, pass, to, url),
                target ->
                    Branches.then(
                        domain.classify(ESCAPED, target.before()),
                        path ->
                            List.of(
                                new Handover<>(
                                    addresses,
                                    new RequestParts<>(
                                        to.scheme(),
                                        addresses.get(0).port(),
                                        field.port(),
                                        Optional.of(host),
                                        settings.version(),
                                        path.result(),
                                        method,
                                        field.host(),
                                        path.value(),
                                        target.after(),
                                        name -> header(proxied, settings, name)))))));
  }

  /** A server behind makes of dot segments what it will. */
  private static boolean isEscaped(String path) {
    if ((path + "/").contains("/./") || (path + "/").contains("/../")) {
      throw new UndeterminedException("what is made of dot segments is not known");
    }
    return RequestParts.isEscaped(path);
  }

  private State<V> withVariables(State<V> state, ProxyUrl to) {
    return state.with(
        state
            .bindings()
            .with("proxy_host", domain.literal(to.hostHeader()))
            .with("proxy_port", domain.literal(String.valueOf(to.port()))));
  }

  private V only(List<Valued<V>> values) {
    return values.get(0).value();
  }

  /**
   * Returns path and query with its question mark. A URL without a URI of its own keeps what the
   * client has sent, as long as nothing has changed it; variables stand for the whole URI
   * (ngx_http_proxy_create_request).
   */
  private List<Cut<V>> target(State<V> state, ProxyPass pass, ProxyUrl to, V url) {
    boolean literal = pass.url().isLiteral();
    String uri = literal ? pass.url().literalPrefix().substring(to.uriStart()) : "";
    if (!literal && hasUri(url, to)) {
      return cut(domain.transform(Transducer.without(to.uriStart()), url));
    }
    if (uri.isEmpty() && state.flags().asSent()) {
      return List.of(new Cut<>(state.exchange().path(), state.exchange().query()));
    }
    boolean valid = state.flags().validLocation();
    int replaced = valid && !uri.isEmpty() ? pass.location().length() : 0;
    V rest = domain.transform(Transducer.without(replaced), state.target().uri());
    boolean escapes = state.exchange().escaped() || state.flags().internal();
    V sent = escapes ? domain.transform(Escapes.URI, rest) : rest;
    V path = domain.concatenate(domain.literal(valid ? uri : ""), sent);
    V query = domain.transform(Transducer.before("?"), state.target().args());
    return uri.indexOf('?') < 0
        ? List.of(new Cut<>(path, query))
        : cut(domain.concatenate(path, query));
  }

  private boolean hasUri(V url, ProxyUrl to) {
    Classifier<Boolean> longer = Classifier.opaque(text -> text.length() > to.uriStart());
    return domain.classify(longer, url).get(0).result();
  }

  private List<Cut<V>> cut(V target) {
    return Branches.then(
        domain.cutAtQuestionMark(target),
        side ->
            List.of(
                new Cut<>(
                    side.result().before(),
                    domain.transform(Transducer.before("?"), side.result().after()))));
  }

  /** Returns a header of the request that is handed on; the empty text if it is not sent. */
  private V header(State<V> state, ProxySettings settings, String name) {
    V none = domain.literal("");
    if (name.equals("connection")) {
      return header(state, settings, name, domain.literal("close"));
    }
    V passed =
        settings.passesHeaders() && !OWN.contains(name)
            ? state.exchange().headers().getOrDefault(name.replace('-', '_'), none)
            : none;
    return header(state, settings, name, passed);
  }

  private V header(State<V> state, ProxySettings settings, String name, V otherwise) {
    for (SetHeader header : settings.headers()) {
      if (header.name().equals(name)) {
        return only(variables.evaluate(state, header.value()));
      }
    }
    return otherwise;
  }

  /** Takes the answer that comes back. */
  List<State<V>> received(State<V> state, Answer<V> answer, List<Step> steps) {
    State<V> told = state.resumed();
    for (Step step : steps) {
      told = told.note(step);
    }
    if (answer instanceof Answer.Closed) {
      return responses.finish(told, BAD_GATEWAY);
    }
    if (!(answer instanceof Answer.Response<V> response)) {
      return List.of(told.answered(answer));
    }
    if (isIntercepted(told, response.status())) {
      return responses.finish(told.withLocation(Optional.empty()), response.status());
    }
    return passed(told, response);
  }

  private boolean isIntercepted(State<V> state, int status) {
    List<ErrorPage> pages = state.scope().settings().errorPages().pages();
    return state.scope().settings().proxy().interceptsErrors()
        && status >= FIRST_ERROR
        && pages.stream().anyMatch(page -> page.status() == status);
  }

  private List<State<V>> passed(State<V> state, Answer.Response<V> response) {
    List<Field<V>> fields =
        response.fields().stream()
            .filter(
                field ->
                    !state
                        .scope()
                        .settings()
                        .proxy()
                        .hidden()
                        .contains(field.name().toLowerCase(Locale.ROOT)))
            .toList();
    if (response.location().isEmpty()) {
      return ended(responses.pass(state, response.status(), Optional.empty(), fields), response);
    }
    return Branches.then(
        redirects.changed(state, response.location().get()),
        changed ->
            Branches.then(
                changed.result()
                    ? responses.located(changed.value().state(), changed.value().value())
                    : List.of(changed.value()),
                location ->
                    ended(
                        responses.pass(
                            location.state(),
                            response.status(),
                            Optional.of(location.value()),
                            fields),
                        response)));
  }

  /** A server behind that gave up gives up here, too. */
  private List<State<V>> ended(List<State<V>> states, Answer.Response<V> behind) {
    return Branches.then(
        states,
        state -> {
          Answer.Response<V> own = (Answer.Response<V>) state.answer().orElseThrow();
          return List.of(
              state.answered(
                  new Answer.Response<>(
                      own.status(), own.location(), own.fields(), behind.internalLoop())));
        });
  }
}
