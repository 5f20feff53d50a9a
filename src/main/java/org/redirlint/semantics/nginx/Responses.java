package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.http.Status;
import org.redirlint.model.nginx.AddHeader;
import org.redirlint.model.nginx.ErrorPage;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.Settings;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Answer.Field;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;

/**
 * How requests end: error pages, internal redirects, the response itself
 * (ngx_http_special_response.c, ngx_http_header_filter_module.c).
 *
 * @param <V> a value
 */
final class Responses<V> {

  private static final int INTERNAL_ERROR = 500;
  private static final Set<Integer> CLOSING = Set.of(408, 444, 499);
  private static final Set<Integer> SHOWN_AS_BAD_REQUEST = Set.of(494, 495, 496, 497);

  private static final Classifier<Boolean> INTERNET_EXPLORER =
      Classifier.among(List.of(true, false), Responses::isInternetExplorer);

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final AddedHeaders<V> added;

  Responses(Domain<V> domain, Variables<V> variables) {
    this.domain = domain;
    this.variables = variables;
    this.added = new AddedHeaders<>(domain, variables);
  }

  /** Ends a request with a status: by its error page, or by the response of that status. */
  List<State<V>> finish(State<V> state, int status) {
    boolean ends = status >= 300 || status == 201 || status == 204;
    if (!ends || CLOSING.contains(status)) {
      return List.of(state.answered(new Answer.Closed<>()));
    }
    State<V> failed = state.withErrorStatus(status);
    Settings.ErrorPages pages = state.scope().settings().errorPages();
    if (!state.flags().errorPage()
        && !pages.pages().isEmpty()
        && state.flags().changesLeft() != 0) {
      State<V> inPage = pages.recursive() ? failed : failed.with(failed.flags().inErrorPage());
      for (ErrorPage page : pages.pages()) {
        if (page.status() == status) {
          return show(inPage, page);
        }
      }
      failed = inPage;
    }
    if ((status == 301 || status == 302) && refreshesItself(state)) {
      return refresh(failed);
    }
    State<V> shown = SHOWN_AS_BAD_REQUEST.contains(status) ? failed.withErrorStatus(400) : failed;
    return send(shown, status);
  }

  /** Without a Location to go to, nginx's worker process does not survive. */
  private List<State<V>> refresh(State<V> state) {
    return state.location().isEmpty()
        ? List.of(state.answered(new Answer.Closed<>()))
        : send(state.withErrorStatus(200).withLocation(Optional.empty()), 200);
  }

  private boolean refreshesItself(State<V> state) {
    V agent = state.exchange().headers().get("user_agent");
    return state.scope().settings().msieRefresh()
        && agent != null
        && domain.classify(INTERNET_EXPLORER, agent).get(0).result();
  }

  private static boolean isInternetExplorer(String agent) {
    int at = agent.indexOf("MSIE ");
    return at >= 0 && at + 7 < agent.length();
  }

  private List<State<V>> show(State<V> state, ErrorPage page) {
    int own = SHOWN_AS_BAD_REQUEST.contains(page.status()) ? 400 : state.errorStatus();
    int status = page.response().orElse(own);
    return Branches.then(
        variables.evaluate(state.withErrorStatus(status), page.page()),
        value -> {
          State<V> noted =
              value
                  .state()
                  .note(page.origin(), "error_page " + page.status() + " " + value.value());
          return Branches.then(
              domain.classify(Destination.OF, value.value()),
              side ->
                  switch (side.result()) {
                    case URI -> showUri(noted, side.value());
                    case NAMED -> named(noted, side.value());
                    case URL -> showUrl(noted, page.response(), side.value());
                  });
        });
  }

  private enum Destination {
    URI,
    NAMED,
    URL;

    private static final Classifier<Destination> OF =
        Classifier.ofCases(
            List.of(
                new Case<>(TextSet.startingWith("/"), URI),
                new Case<>(TextSet.startingWith("@"), NAMED)),
            URL);
  }

  private List<State<V>> showUri(State<V> state, V uri) {
    V head = domain.literal("HEAD");
    return Branches.then(
        domain.equal(state.target().method(), head),
        side -> {
          V method = side.result() ? side.value() : domain.literal("GET");
          State<V> asGet = state.with(state.target().withMethod(method));
          return Branches.then(
              domain.cutAtQuestionMark(uri),
              cut -> redirect(asGet, cut.result().before(), cut.result().after()));
        });
  }

  private List<State<V>> showUrl(State<V> state, OptionalInt response, V url) {
    int status =
        response.isPresent() && Status.isRedirect(response.getAsInt()) ? response.getAsInt() : 302;
    State<V> redirected = state.withErrorStatus(status).withLocation(Optional.of(url));
    return refreshesItself(state) ? refresh(redirected) : send(redirected, status);
  }

  /** Goes to another URI of the same server (ngx_http_internal_redirect). */
  List<State<V>> redirect(State<V> state, V uri, V args) {
    State<V> counted = state.with(state.flags().oneChangeLess());
    if (counted.flags().changesLeft() == 0) {
      return cycle(counted);
    }
    return List.of(
        counted
            .with(counted.target().withUri(uri).withArgs(args))
            .with(counted.flags().redirected())
            .with(Optional.empty())
            .enter(counted.server().scope())
            .at(Phase.SERVER_REWRITE));
  }

  /** Goes to a named location (ngx_http_named_location). */
  List<State<V>> named(State<V> state, V name) {
    State<V> counted = state.with(state.flags().oneChangeLess());
    if (counted.flags().changesLeft() == 0) {
      return cycle(counted);
    }
    return Branches.then(
        domain.classify(Tests.EMPTY, counted.target().uri()),
        side ->
            side.result()
                ? finish(counted, INTERNAL_ERROR)
                : enterNamed(counted.with(counted.target().withUri(side.value())), name));
  }

  private List<State<V>> enterNamed(State<V> counted, V name) {
    return Branches.then(
        domain.classify(named(counted.server()), name),
        side -> {
          if (side.result().isEmpty()) {
            return finish(counted, INTERNAL_ERROR);
          }
          Location location = side.result().get();
          return List.of(
              counted
                  .with(counted.flags().toNamedLocation())
                  .with(Optional.empty())
                  .enter(location.scope())
                  .note(location.origin(), "location " + location.match())
                  .at(Phase.REWRITE));
        });
  }

  private static Classifier<Optional<Location>> named(Server server) {
    List<Case<Optional<Location>>> cases = new ArrayList<>();
    server
        .namedLocations()
        .forEach(
            (name, location) -> cases.add(new Case<>(TextSet.of(name), Optional.of(location))));
    return Classifier.ofCases(cases, Optional.empty());
  }

  /** Gives up after too many internal redirects. */
  List<State<V>> cycle(State<V> state) {
    return Branches.then(
        finish(state, INTERNAL_ERROR),
        end ->
            List.of(
                end.answer().isPresent() && end.answer().get() instanceof Answer.Response<V> last
                    ? end.answered(
                        new Answer.Response<>(last.status(), last.location(), last.fields(), true))
                    : end));
  }

  /** Sends a response; an error's status comes before the response's own. */
  List<State<V>> send(State<V> state, int status) {
    int sent = state.errorStatus() == 0 ? status : state.errorStatus();
    if (state.location().isEmpty()) {
      return added(state, sent);
    }
    return Branches.then(
        located(state, state.location().get()),
        value -> answered(value.state(), sent, Optional.of(value.value())));
  }

  /**
   * Passes another server's response on.
   *
   * @param status its status
   * @param location its Location, which is not made absolute where it was not changed here
   * @param fields its other headers
   */
  List<State<V>> pass(State<V> state, int status, Optional<V> location, List<Field<V>> fields) {
    int sent = state.errorStatus() == 0 ? status : state.errorStatus();
    return Branches.then(
        answered(state, sent, location),
        end -> {
          Answer.Response<V> own = (Answer.Response<V>) end.answer().orElseThrow();
          List<Field<V>> all = new ArrayList<>(fields);
          all.addAll(own.fields());
          return List.of(
              end.answered(new Answer.Response<>(own.status(), own.location(), all, false)));
        });
  }

  /** Returns a Location as it is sent: a path becomes a URL, where nothing else is said. */
  List<Valued<V>> located(State<V> state, V location) {
    return Branches.then(
        domain.classify(Tests.PATH, location),
        side ->
            side.result() && state.scope().settings().redirects().absolute()
                ? absolute(state, side.value())
                : List.of(new Valued<>(state, side.value())));
  }

  private List<State<V>> added(State<V> state, int status) {
    for (AddHeader header : state.scope().settings().headers()) {
      if (header.name().equalsIgnoreCase("Location") && AddedHeaders.isSent(header, status)) {
        return Branches.then(
            variables.evaluate(state.withStatus(status), header.value()),
            value ->
                Branches.then(
                    domain.classify(Tests.EMPTY, value.value()),
                    side ->
                        answered(
                            value.state().note(header.origin(), "add_header Location"),
                            status,
                            side.result() ? Optional.empty() : Optional.of(side.value()))));
      }
    }
    return answered(state, status, Optional.empty());
  }

  private List<State<V>> answered(State<V> state, int status, Optional<V> location) {
    return Branches.then(
        added.to(state.withStatus(status), status),
        way ->
            List.of(
                way.state()
                    .answered(new Answer.Response<>(status, location, way.fields(), false))));
  }

  private List<Valued<V>> absolute(State<V> state, V path) {
    Settings.Redirects redirects = state.scope().settings().redirects();
    int port = state.exchange().endpoint().port();
    boolean tls = state.exchange().tls();
    String suffix = redirects.port() && port != (tls ? 443 : 80) ? ":" + port : "";
    V scheme = domain.literal(tls ? "https://" : "http://");
    V rest = domain.concatenate(domain.literal(suffix), path);
    return Branches.then(
        redirects.serverName() ? variables.serverName(state) : hostOrAddress(state),
        host ->
            List.of(
                new Valued<>(
                    host.state(),
                    domain.concatenate(scheme, domain.concatenate(host.value(), rest)))));
  }

  private List<Valued<V>> hostOrAddress(State<V> state) {
    return Branches.then(
        domain.classify(Tests.EMPTY, state.target().host()),
        side ->
            side.result()
                ? variables.variable(state, "server_addr")
                : List.of(new Valued<>(state, side.value())));
  }
}
