package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    NOWHERE,
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
              new Case<>(TextSet.startingWith("#"), Reference.SAME),
              new Case<>(TextSet.of(""), Reference.NOWHERE)),
          Reference.OTHER);

  private static final Language WITH_SCHEME =
      Regex.constant("^[A-Za-z][A-Za-z0-9+.-]*:").match(Language.ALL).matching();

  private static final Classifier<Boolean> CHANGES_TO_GET_AFTER_303 =
      Classifier.in(TextSet.of("HEAD"));

  private static final Classifier<Boolean> IS_POST = Classifier.in(TextSet.of("POST"));

  private static final Transducer ENCODED_PATH = encoding("\"<>`{}");
  private static final Transducer ENCODED_WITH_SLASHES =
      Transducer.ofEach(c -> c == '\\' ? "/" : ENCODED_PATH.apply(String.valueOf((char) c)));

  private static final Language WITH_BACKSLASH =
      Regex.constant("\\\\").match(Language.ALL).matching();

  /** What browsers take for a host, or for a path from the root, though it does not look so. */
  private static final Language WITH_BACKSLASH_FIRST =
      Regex.constant("^/?\\\\").match(Language.ALL).matching();

  /** With no two slashes behind it, a scheme may stand for nothing, or for a host. */
  private static final Language WITH_OWN_SCHEME =
      Regex.constant("(?i)^https?:").match(Language.ALL).matching();

  private static final Transducer ENCODED_QUERY = encoding("\"<>`");

  private static final Splitter AUTHORITY = new Splitter("/?#");
  private static final Splitter PORT = new Splitter(":");
  private static final Splitter QUERY = new Splitter("?");
  private static final Splitter FRAGMENT = new Splitter("#");

  /** The path up to its last slash; what else is known of the path is not known of it. */
  private static final String FOLDER = "folder";

  /** The path that a browser asks for where it has taken out dot segments of a target. */
  static final Term WITHOUT_DOT_SEGMENTS = new Term.Input("path without dot segments");

  private static final Language FOLDERS =
      Regex.constant("^/(?:.*/)?\\z").match(Browser.PATHS).matching();

  private static final Language WITH_USER = Regex.constant("@").match(Language.ALL).matching();

  private final Language served;
  private final List<Integer> ports;
  private final BiPredicate<String, Integer> listens;
  private final Backslashes backslashes;
  private final Simplifier simplifier = new Simplifier();

  /**
   * Takes what leads back.
   *
   * @param served the hosts that lead back to the configuration, besides that of the first request
   * @param ports the ports it listens on
   * @param listens tells whether a scheme and port are served
   * @param backslashes what is done about backslashes in targets
   */
  Client(
      Language served,
      List<Integer> ports,
      BiPredicate<String, Integer> listens,
      Backslashes backslashes) {
    this.backslashes = backslashes;
    this.listens = listens;
    this.served = served;
    this.ports = List.copyOf(ports);
  }

  /** Returns the requests that follow an answer, if they come back to the configuration. */
  Optional<Redirected> follow(RequestSet requests, Answer<Term> answer, Languages domain) {
    Optional<Redirected> next = next(requests, answer, domain);
    boolean setsCookies =
        answer instanceof Answer.Response<Term> response && !response.cookies().isEmpty();
    return setsCookies ? next.map(to -> to.withOtherCookies()) : next;
  }

  private Optional<Redirected> next(RequestSet requests, Answer<Term> answer, Languages domain) {
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
        requireNoneFirst(location, domain);
        Target target = target(location, domain);
        yield here(requests, response.status(), target, domain);
      }
      case QUERY ->
          here(requests, response.status(), withQuery(target(location, domain).query()), domain);
      case SAME ->
          here(requests, response.status(), withQuery(new Term.Input(RequestSet.QUERY)), domain);
      case NOWHERE -> Optional.empty();
      case OTHER -> {
        if (domain.splits(location, WITH_SCHEME)) {
          if (domain.splits(location, WITH_OWN_SCHEME)) {
            throw new UndeterminedException("clients differ in where a scheme without // leads");
          }
          yield Optional.empty();
        }
        requireNoneFirst(location, domain);
        Term folder = new Term.Input(FOLDER);
        domain.constraints().restrict(folder, FOLDERS);
        Target target = target(Term.join(folder, location), domain);
        yield here(requests, response.status(), target, domain);
      }
    };
  }

  /** Path and query of a target that may have a fragment, and both together. */
  private record Target(Term path, Term query, Term whole) {}

  /** The path of the request with another query. */
  private static Target withQuery(Term query) {
    Term path = new Term.Input(RequestSet.PATH);
    return new Target(path, query, Term.join(path, query));
  }

  private Target target(Term text, Languages domain) {
    Term whole = FRAGMENT.split(text, domain).before();
    Splitter.Parts parts = QUERY.split(whole, domain);
    Term path = parts.before();
    if (domain.constraints().start(path).isEmpty()
        && domain.constraints().language(path).contains("")) {
      path = Term.change(Transducer.before("", "/"), path);
      whole = Term.join(new Term.Text("/"), whole);
    }
    return new Target(
        changed(encoding(path, domain), path, domain),
        changed(ENCODED_QUERY, parts.from(), domain),
        whole);
  }

  /** Returns what browsers make of a path: for them a backslash is a slash. */
  private Transducer encoding(Term path, Languages domain) {
    return holds(path, WITH_BACKSLASH, domain) ? ENCODED_WITH_SLASHES : ENCODED_PATH;
  }

  private void requireNoneFirst(Term location, Languages domain) {
    String start = domain.constraints().start(location);
    boolean plain = start.length() > 1 && !WITH_BACKSLASH_FIRST.contains(start);
    if (!plain && holds(location, WITH_BACKSLASH_FIRST, domain)) {
      throw new UndeterminedException("a target begins with a backslash");
    }
  }

  /**
   * Tells whether a value holds a backslash in a certain place. Where only some do, these are
   * followed or left out.
   */
  private boolean holds(Term value, Language holding, Languages domain) {
    Memory memory = domain.memory();
    Language language = domain.constraints().language(value);
    if (!memory.meets(language, holding)) {
      return false;
    }
    if (memory.minus(language, holding).isEmpty()) {
      return true;
    }
    if (backslashes.areFollowed()) {
      return domain.splits(value, holding);
    }
    backslashes.leaveOut();
    return false;
  }

  /** Returns how many bytes a browser writes for each byte of a path. */
  static long[] encodedLengths() {
    long[] lengths = new long[256];
    for (char c = 0; c < lengths.length; c++) {
      lengths[c] = ENCODED_PATH.apply(String.valueOf(c)).length();
    }
    return lengths;
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

  private Optional<Redirected> here(
      RequestSet requests, int status, Target target, Languages domain) {
    return sent(
        set(
            requests,
            status,
            requests.scheme(),
            requests.port(),
            new Term.Input(RequestSet.HOST),
            requests.atFirstHost(),
            target,
            domain));
  }

  private Optional<Redirected> absolute(
      RequestSet requests, int status, int length, String scheme, Term location, Languages domain) {
    Term rest = Term.without(length, location);
    Splitter.Parts parts = AUTHORITY.split(rest, domain);
    if (holds(parts.before(), WITH_BACKSLASH, domain)) {
      throw new UndeterminedException("a backslash stands for the slash behind a host");
    }
    Term authority = changed(TextSet.InAnyCase.LOWER_CASE, parts.before(), domain);
    if (domain.splits(authority, WITH_USER)) {
      authority = new Term.Input("any authority");
    }
    Splitter.Parts named = PORT.split(authority, domain);
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
            target,
            domain));
  }

  /** Returns the hosts that lead back. */
  private Language back(RequestSet requests) {
    return requests.atFirstHost() ? served : requests.firstHost().union(served);
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

  private static Redirected set(
      RequestSet requests,
      int status,
      String scheme,
      int port,
      Term host,
      boolean atFirstHost,
      Target target,
      Languages domain) {
    Term path = target.path();
    Term sent = path;
    if (!path.equals(new Term.Input(RequestSet.PATH))) {
      if (domain.splits(path, Browser.WITH_DOT_SEGMENTS)) {
        sent = WITHOUT_DOT_SEGMENTS;
        domain
            .constraints()
            .restrict(
                sent, domain.memory().withoutDotSegments(domain.constraints().language(path)));
      }
    }
    Term method = method(status, domain);
    Constraints constraints = domain.constraints();
    Memory memory = domain.memory();
    Map<String, Language> inputs =
        constraints.inputs(
            name -> name.startsWith(RequestSet.HEADER) || name.equals(RequestSet.HOST));
    RequestSet next =
        new RequestSet(
            scheme,
            port,
            constraints.language(method),
            memory.intersect(constraints.language(host), Browser.HOSTS),
            memory.intersect(constraints.language(sent), Browser.PATHS),
            memory.intersect(constraints.language(target.query()), Browser.QUERIES),
            requests.headers(inputs),
            requests.atFirstHost()
                ? inputs.getOrDefault(RequestSet.HOST, requests.host())
                : requests.firstHost(),
            atFirstHost);
    return new Redirected(next, sent, path, target.whole());
  }

  /** A URL without a host, or one that nobody can be asked for, is not followed. */
  private static Optional<Redirected> sent(Redirected redirected) {
    RequestSet next = redirected.requests();
    boolean none = next.host().isEmpty() || next.path().isEmpty() || next.query().isEmpty();
    return none ? Optional.empty() : Optional.of(redirected);
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
