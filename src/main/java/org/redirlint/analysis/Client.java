package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.UndeterminedException;

/**
 * What a browser makes of a redirect, for all requests of a set at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110 section 15.4</a>
 */
final class Client {

  private enum Reference {
    HTTP,
    HTTPS,
    AUTHORITY,
    PATH,
    QUERY,
    SAME,
    OTHER
  }

  private static final Classifier<Reference> REFERENCE =
      Classifier.ofCases(
          List.of(
              new Case<>(new TextSet.InAnyCase(TextSet.startingWith("http://")), Reference.HTTP),
              new Case<>(new TextSet.InAnyCase(TextSet.startingWith("https://")), Reference.HTTPS),
              new Case<>(TextSet.startingWith("//"), Reference.AUTHORITY),
              new Case<>(TextSet.startingWith("/"), Reference.PATH),
              new Case<>(TextSet.startingWith("?"), Reference.QUERY),
              new Case<>(TextSet.EMPTY, Reference.SAME)),
          Reference.OTHER);

  private static final Language WITH_SCHEME =
      Regex.constant("^[A-Za-z][A-Za-z0-9+.-]*:").match(Language.ALL).matching();

  private static final Classifier<Boolean> CHANGES_TO_GET_AFTER_303 =
      Classifier.in(TextSet.of("HEAD"));

  private static final Classifier<Boolean> IS_POST = Classifier.in(TextSet.of("POST"));

  private static final Transducer ENCODED_PATH = encoding("\"<>`{}");
  private static final Transducer ENCODED_QUERY = encoding("\"<>`");

  private static final Splitter AUTHORITY = new Splitter("/?#");
  private static final Splitter PORT = new Splitter(":");
  private static final Splitter QUERY = new Splitter("?");
  private static final Splitter FRAGMENT = new Splitter("#");

  private final Language served;
  private final List<Integer> ports;
  private final BiPredicate<String, Integer> listens;
  private final Simplifier simplifier = new Simplifier();

  /**
   * Takes what leads back.
   *
   * @param served the hosts that lead back to the configuration, besides that of the first request
   * @param ports the ports it listens on
   * @param listens tells whether a scheme and port are served
   */
  Client(Language served, List<Integer> ports, BiPredicate<String, Integer> listens) {
    this.listens = listens;
    this.served = served;
    this.ports = List.copyOf(ports);
  }

  /** Returns the requests that follow an answer, if they come back to the configuration. */
  Optional<RequestSet> follow(RequestSet requests, Answer<Term> answer, Languages domain) {
    Optional<RequestSet> next = next(requests, answer, domain);
    boolean setsCookies =
        answer instanceof Answer.Response<Term> response && !response.cookies().isEmpty();
    return setsCookies ? next.map(RequestSet::withOtherCookies) : next;
  }

  private Optional<RequestSet> next(RequestSet requests, Answer<Term> answer, Languages domain) {
    if (!(answer instanceof Answer.Response<Term> response)
        || !Status.isRedirect(response.status())
        || response.location().isEmpty()) {
      return Optional.empty();
    }
    Term location = simplifier.simplify(response.location().get(), domain.constraints());
    Reference reference = domain.classify(REFERENCE, location).get(0).result();
    return switch (reference) {
      case HTTP -> absolute(requests, response.status(), 7, "http", location, domain);
      case HTTPS -> absolute(requests, response.status(), 8, "https", location, domain);
      case AUTHORITY ->
          absolute(requests, response.status(), 2, requests.scheme(), location, domain);
      case PATH -> {
        Target target = target(location, domain);
        yield here(requests, response.status(), target.path(), target.query(), domain);
      }
      case QUERY ->
          here(
              requests,
              response.status(),
              new Term.Input(RequestSet.PATH),
              target(location, domain).query(),
              domain);
      case SAME ->
          here(
              requests,
              response.status(),
              new Term.Input(RequestSet.PATH),
              new Term.Input(RequestSet.QUERY),
              domain);
      case OTHER -> {
        if (domain.splits(location, WITH_SCHEME)) {
          yield Optional.empty();
        }
        throw new UndeterminedException("the Location is relative to the path: " + location);
      }
    };
  }

  /** Path and query of a target that may have a fragment. */
  private record Target(Term path, Term query) {}

  private Target target(Term text, Languages domain) {
    Term whole = FRAGMENT.split(text, domain.constraints()).before();
    Splitter.Parts parts = QUERY.split(whole, domain.constraints());
    Term path = parts.before();
    if (domain.constraints().language(path).contains("")) {
      path = Term.change(Transducer.before("", "/"), path);
    }
    return new Target(
        changed(ENCODED_PATH, path, domain), changed(ENCODED_QUERY, parts.from(), domain));
  }

  /** Returns what browsers percent-encode: what no target can hold, and some more characters. */
  private static Transducer encoding(String more) {
    return Transducer.ofEach(
        c ->
            c <= ' ' || c >= 0x7F || more.indexOf(c) >= 0
                ? String.format("%%%02X", c)
                : String.valueOf((char) c));
  }

  private Term changed(Transducer transducer, Term term, Languages domain) {
    return simplifier.simplify(Term.change(transducer, term), domain.constraints());
  }

  private Optional<RequestSet> here(
      RequestSet requests, int status, Term path, Term query, Languages domain) {
    return sent(
        set(
            requests,
            status,
            requests.scheme(),
            requests.port(),
            new Term.Input(RequestSet.HOST),
            requests.atFirstHost(),
            path,
            query,
            domain));
  }

  private Optional<RequestSet> absolute(
      RequestSet requests, int status, int length, String scheme, Term location, Languages domain) {
    Term rest = Term.without(length, location);
    Splitter.Parts parts = AUTHORITY.split(rest, domain.constraints());
    Term authority = changed(TextSet.InAnyCase.LOWER_CASE, parts.before(), domain);
    Splitter.Parts named = PORT.split(authority, domain.constraints());
    Optional<Integer> port = domain.classify(port(scheme), named.from()).get(0).result();
    if (port.isEmpty() || !listens.test(scheme, port.get())) {
      return Optional.empty();
    }
    Term own = new Term.Input(RequestSet.HOST);
    Term host = named.before();
    boolean same = domain.equal(host, own).get(0).result();
    if (!(same && requests.atFirstHost()) && !domain.splits(host, back(requests))) {
      return Optional.empty();
    }
    Target target = target(parts.from(), domain);
    return sent(
        set(
            requests,
            status,
            scheme,
            port.get(),
            same ? own : host,
            same && requests.atFirstHost(),
            target.path(),
            target.query(),
            domain));
  }

  /** Returns the hosts that lead back. */
  private Language back(RequestSet requests) {
    return requests.atFirstHost() ? served : served.union(requests.firstHost());
  }

  private Classifier<Optional<Integer>> port(String scheme) {
    int usual = Url.defaultPort(scheme);
    List<Case<Optional<Integer>>> cases = new ArrayList<>();
    for (int port : ports) {
      cases.add(new Case<>(TextSet.of(":" + port), Optional.of(port)));
    }
    cases.add(new Case<>(TextSet.of("", ":", ":" + usual), Optional.of(usual)));
    return Classifier.ofCases(cases, Optional.empty());
  }

  private static RequestSet set(
      RequestSet requests,
      int status,
      String scheme,
      int port,
      Term host,
      boolean atFirstHost,
      Term path,
      Term query,
      Languages domain) {
    Term sent = path;
    if (!path.equals(new Term.Input(RequestSet.PATH))) {
      if (domain.splits(path, Browser.WITH_DOT_SEGMENTS)) {
        sent = new Term.Input("any path");
      }
    }
    Term method = method(status, domain);
    Constraints constraints = domain.constraints();
    Language hosts = domain.memory().intersect(constraints.language(host), Browser.HOSTS);
    RequestSet from = requests.narrowed(constraints.inputs());
    return new RequestSet(
        scheme,
        port,
        constraints.language(method),
        hosts,
        domain.memory().intersect(constraints.language(sent), Browser.PATHS),
        domain.memory().intersect(constraints.language(query), Browser.QUERIES),
        from.headers(),
        from.firstHost(),
        atFirstHost);
  }

  /** A URL without a host, or one that nobody can be asked for, is not followed. */
  private static Optional<RequestSet> sent(RequestSet next) {
    boolean none = next.host().isEmpty() || next.path().isEmpty() || next.query().isEmpty();
    return none ? Optional.empty() : Optional.of(next);
  }

  private static Term method(int status, Languages domain) {
    Term method = new Term.Input(RequestSet.METHOD);
    boolean toGet =
        switch (status) {
          case 301, 302 -> domain.classify(IS_POST, method).get(0).result();
          case 303 -> !domain.classify(CHANGES_TO_GET_AFTER_303, method).get(0).result();
          default -> false;
        };
    return toGet ? new Term.Text("GET") : method;
  }
}
