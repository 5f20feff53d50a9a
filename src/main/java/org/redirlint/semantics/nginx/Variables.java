package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;

/**
 * The values of variables and of texts that hold some (ngx_http_variables.c, ngx_http_script.c).
 *
 * @param <V> a value
 */
final class Variables<V> {

  /** Variables nginx can know only when the response is on its way, or from outside. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "remote_port",
          "connection",
          "connection_requests",
          "connection_time",
          "msec",
          "pid",
          "request_id",
          "request_time",
          "time_iso8601",
          "time_local",
          "binary_remote_addr",
          "body_bytes_sent",
          "bytes_sent",
          "request_length",
          "tcpinfo_rtt",
          "nginx_version",
          "remote_user",
          "realpath_root",
          "limit_rate",
          "request_body",
          "request_body_file");

  /** The name under which it is written down that {@code $request_filename} has been found. */
  private static final String FOUND = "found $request_filename";

  /** Before the name of a variable of an index file: the value it had last. */
  private static final String REMEMBERED = "last value of $";

  /** How deep nginx lets variables refer to each other (ngx_http_variable_depth). */
  private static final int DEEPEST = 100;

  private static final String HOSTNAME = "the server's own host name";

  private final Domain<V> domain;
  private final Facts facts;
  private final NginxConfiguration configuration;
  private final Paths<V> paths;
  private final Tables<V> tables;
  private final Set<String> remembered;

  Variables(Domain<V> domain, Facts facts, NginxConfiguration configuration) {
    this.domain = domain;
    this.facts = facts;
    this.configuration = configuration;
    this.paths = new Paths<>(domain, this);
    this.tables = new Tables<>(domain, facts, this);
    this.remembered = IndexVariables.of(configuration);
  }

  Paths<V> paths() {
    return paths;
  }

  /** Returns what a text comes to. */
  List<Valued<V>> evaluate(State<V> state, Template template) {
    return evaluate(state, template, false);
  }

  /**
   * Returns what a text comes to.
   *
   * @param escapes whether captures are percent-encoded, as they are in arguments and redirects
   */
  List<Valued<V>> evaluate(State<V> state, Template template, boolean escapes) {
    List<Valued<V>> counted = pass(state, template, escapes);
    return recaptures(template)
        ? Branches.then(
            counted,
            first ->
                Branches.then(
                    pass(first.state(), template, escapes), second -> fitting(first, second)))
        : counted;
  }

  /**
   * nginx goes over a text twice, to count its bytes and to copy them. A map with regular
   * expressions changes the captures on the way, so that the second pass may find other ones.
   */
  private boolean recaptures(Template template) {
    boolean captures = false;
    boolean maps = false;
    for (Part part : template.parts()) {
      captures |= part instanceof Backreference;
      maps |=
          part instanceof Variable variable
              && configuration.variables().get(variable.name())
                  instanceof VariableDefinition.MapTable;
    }
    return captures && maps;
  }

  private List<Valued<V>> fitting(Valued<V> counted, Valued<V> copied) {
    return Branches.then(
        domain.classify(Classifier.opaque(String::length), counted.value()),
        room ->
            Branches.then(
                domain.classify(
                    Classifier.in(TextSet.notShorterThan(room.result() + 1)), copied.value()),
                side -> {
                  if (side.result()) {
                    throw new BufferOverrunException();
                  }
                  return List.of(new Valued<>(copied.state(), side.value()));
                }));
  }

  private List<Valued<V>> pass(State<V> state, Template template, boolean escapes) {
    List<Valued<V>> values = List.of(new Valued<>(state, domain.literal("")));
    for (Part part : template.parts()) {
      values = Branches.then(values, so -> append(so, part, escapes));
    }
    return values;
  }

  /**
   * Returns what the name of an index file comes to. nginx does not look its variables up anew
   * where they have a value from before, not even those that change with the URI
   * (ngx_http_index_handler).
   */
  List<Valued<V>> evaluateIndex(State<V> state, Template template) {
    boolean fixed = state.scope().settings().root().path().isLiteral();
    State<V> looking = fixed ? state : forgetting(state);
    List<Valued<V>> values = List.of(new Valued<>(looking, domain.literal("")));
    for (Part part : template.parts()) {
      values =
          Branches.then(
              values,
              so -> {
                V last =
                    part instanceof Variable variable
                        ? so.state().bindings().variables().get(REMEMBERED + variable.name())
                        : null;
                return last == null
                    ? append(so, part, false)
                    : List.of(joined(so, so.state(), last));
              });
    }
    return values;
  }

  private List<Valued<V>> append(Valued<V> so, Part part, boolean escapes) {
    if (part instanceof Literal literal) {
      return List.of(joined(so, so.state(), domain.literal(literal.text())));
    }
    if (part instanceof Backreference reference) {
      return List.of(joined(so, so.state(), capture(so.state(), reference.group(), escapes)));
    }
    List<Valued<V>> values = variable(so.state(), ((Variable) part).name());
    return Branches.then(values, next -> List.of(joined(so, next.state(), next.value())));
  }

  private Valued<V> joined(Valued<V> so, State<V> state, V more) {
    return new Valued<>(state, domain.concatenate(so.value(), more));
  }

  private V capture(State<V> state, int group, boolean escapes) {
    List<V> captures = state.bindings().captures();
    if (group >= captures.size()) {
      return domain.literal("");
    }
    boolean escape = escapes && state.exchange().escaped();
    return escape ? domain.transform(Escapes.ARGS, captures.get(group)) : captures.get(group);
  }

  /** Returns the value of a variable, given by its name in lower case. */
  List<Valued<V>> variable(State<V> state, String name) {
    V set = state.bindings().variables().get(name);
    if (set != null) {
      return List.of(new Valued<>(state, set));
    }
    if (state.bindings().depth() >= DEEPEST) {
      return literal(state, "");
    }
    VariableDefinition definition = configuration.variables().get(name);
    List<Valued<V>> values =
        definition != null ? tables.value(state, name, definition) : builtIn(state, name);
    return remembered.contains(name) ? Branches.then(values, v -> remember(name, v)) : values;
  }

  private List<Valued<V>> remember(String name, Valued<V> value) {
    Bindings<V> bindings = value.state().bindings().with(REMEMBERED + name, value.value());
    return List.of(new Valued<>(value.state().with(bindings), value.value()));
  }

  /** A root or alias with variables makes nginx look everything up anew (ngx_http_script_run). */
  State<V> forgetting(State<V> state) {
    return remembered.isEmpty()
        ? state
        : state.with(state.bindings().without(name -> name.startsWith(REMEMBERED)));
  }

  /** Writes down that a variable can only hold these values, after a test told so. */
  State<V> narrow(State<V> state, String name, V value) {
    return switch (name) {
      case "uri", "document_uri" -> state.with(state.target().withUri(value));
      case "args", "query_string" -> state.with(state.target().withArgs(value));
      default ->
          state.bindings().variables().containsKey(name)
              ? state.with(state.bindings().with(name, value))
              : state;
    };
  }

  private List<Valued<V>> builtIn(State<V> state, String name) {
    Exchange<V> exchange = state.exchange();
    Target<V> target = state.target();
    return switch (name) {
      case "uri", "document_uri" -> just(state, target.uri());
      case "args", "query_string" -> just(state, target.args());
      case "is_args" -> questionMark(state);
      case "request_uri" -> just(state, exchange.requestUri());
      case "host" -> host(state);
      case "http_host" -> just(state, exchange.hostHeader().orElse(domain.literal("")));
      case "hostname" -> known(state, facts.hostname(), HOSTNAME);
      case "server_name" -> serverName(state);
      case "server_port" -> literal(state, String.valueOf(exchange.endpoint().port()));
      case "server_addr" -> known(state, serverAddress(state), "the server's address");
      case "server_protocol" -> literal(state, exchange.httpVersion());
      case "remote_addr" -> known(state, facts.clientAddress(), "the client's address");
      case "scheme" -> literal(state, exchange.tls() ? "https" : "http");
      case "https" -> literal(state, exchange.tls() ? "on" : "");
      case "request_method" -> just(state, target.method());
      case "request" -> just(state, exchange.requestLine());
      case "request_completion", "pipe", "content_type" -> header(state, name);
      case "content_length" -> header(state, name);
      case "status" -> literal(state, status(state));
      case "document_root" -> paths.root(state);
      case "request_filename" -> requestFilename(state);
      case "proxy_add_x_forwarded_for" -> forwardedFor(state);
      case "invalid_referer" -> tables.invalidReferer(state);
      default -> byPrefix(state, name);
    };
  }

  /**
   * {@code $request_filename}: where the first look-up fails, nginx does not look it up again, as
   * only a look-up that succeeds tells it that the value may change
   * (ngx_http_get_flushed_variable).
   */
  private List<Valued<V>> requestFilename(State<V> state) {
    Bindings<V> bindings = state.bindings();
    boolean foundBefore = bindings.variables().containsKey(FOUND);
    if (!paths.isMappable(state)) {
      V none = domain.literal("");
      return just(foundBefore ? state : state.with(bindings.with("request_filename", none)), none);
    }
    State<V> found = foundBefore ? state : state.with(bindings.with(FOUND, domain.literal("")));
    return paths.ofUri(found);
  }

  private List<Valued<V>> byPrefix(State<V> state, String name) {
    if (name.startsWith("arg_")) {
      String argument = name.substring(4);
      return just(state, domain.transform(new ArgumentValue(argument), state.target().args()));
    }
    if (name.startsWith("http_")) {
      return header(state, name.substring(5));
    }
    if (name.startsWith("cookie_")) {
      String cookie = name.substring(7);
      return just(state, cookie(state.exchange().cookies(), cookie));
    }
    if (UNKNOWN.contains(name)
        || name.startsWith("sent_")
        || name.startsWith("ssl_")
        || name.startsWith("upstream_")
        || name.startsWith("proxy_")) {
      return List.of(unknown(state, "the value of $" + name));
    }
    // A variable that is set somewhere, but not on the way of this request.
    return literal(state, "");
  }

  private List<Valued<V>> forwardedFor(State<V> state) {
    return Branches.then(
        header(state, "x_forwarded_for"),
        before ->
            Branches.then(
                domain.classify(Tests.EMPTY, before.value()),
                side ->
                    Branches.then(
                        variable(state, "remote_addr"),
                        client ->
                            just(
                                state,
                                side.result()
                                    ? client.value()
                                    : domain.concatenate(
                                        domain.concatenate(side.value(), domain.literal(", ")),
                                        client.value())))));
  }

  private V cookie(List<V> headers, String name) {
    for (V header : headers) {
      V value = domain.transform(new CookieValue(name), header);
      if (!domain.equal(value, domain.literal("")).get(0).result()) {
        return value;
      }
    }
    return domain.literal("");
  }

  private List<Valued<V>> header(State<V> state, String name) {
    V value = state.exchange().headers().get(name);
    return just(state, value == null ? domain.literal("") : value);
  }

  private List<Valued<V>> host(State<V> state) {
    return Branches.then(
        domain.classify(Tests.EMPTY, state.target().host()),
        side ->
            side.result()
                ? serverName(state)
                : just(state.with(state.target().withHost(side.value())), side.value()));
  }

  /** Whether there are arguments is asked, so that what is written behind the mark goes with it. */
  private List<Valued<V>> questionMark(State<V> state) {
    return Branches.then(
        domain.classify(Tests.EMPTY, state.target().args()),
        side ->
            literal(state.with(state.target().withArgs(side.value())), side.result() ? "" : "?"));
  }

  /** Returns the main name of the server. */
  List<Valued<V>> serverName(State<V> state) {
    ServerName name = state.server().names().get(0);
    return name instanceof ServerName.Hostname
        ? known(state, facts.hostname(), HOSTNAME)
        : literal(state, name.written());
  }

  /** Returns the address the request came in at, as far as it is known. */
  Optional<String> serverAddress(State<V> state) {
    String address = state.exchange().endpoint().address();
    return address.equals("*") || address.equals("[::]")
        ? facts.serverAddress()
        : Optional.of(address);
  }

  private static String status(State<?> state) {
    int status = state.errorStatus() != 0 ? state.errorStatus() : state.status();
    return status < 100 ? "000".substring(String.valueOf(status).length()) + status : "" + status;
  }

  private List<Valued<V>> known(State<V> state, Optional<String> fact, String what) {
    return just(state, fact.map(domain::literal).orElseGet(() -> domain.anything(what)));
  }

  /**
   * Returns a value of which nothing is known, not even whether it is the same as before.
   *
   * @param what what it is, a noun
   */
  Valued<V> unknown(State<V> state, String what) {
    Bindings<V> bindings = state.bindings();
    return new Valued<>(
        state.with(bindings.deeper().back()), domain.anything(what, bindings.lookups()));
  }

  private List<Valued<V>> literal(State<V> state, String text) {
    return just(state, domain.literal(text));
  }

  private List<Valued<V>> just(State<V> state, V value) {
    return List.of(new Valued<>(state, value));
  }
}
