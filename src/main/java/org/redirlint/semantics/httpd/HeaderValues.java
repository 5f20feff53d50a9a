package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Set;
import org.redirlint.model.httpd.HeaderValue;
import org.redirlint.model.httpd.HeaderValue.Connection;
import org.redirlint.model.httpd.HeaderValue.Environment;
import org.redirlint.model.httpd.HeaderValue.Literal;
import org.redirlint.model.httpd.HeaderValue.Measurement;
import org.redirlint.model.httpd.HeaderValue.Part;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;

/**
 * What {@code Header} puts into a header.
 *
 * @param <V> a value
 */
final class HeaderValues<V> {

  private static final String NULL = "(null)";

  /** The variables that {@code %{…}s} knows of every connection (ssl_var_lookup). */
  private static final Set<String> OF_ALL =
      Set.of(
          "HTTP_HOST",
          "HTTP_USER_AGENT",
          "HTTP_REFERER",
          "HTTP_COOKIE",
          "HTTP_FORWARDED",
          "HTTP_ACCEPT",
          "REQUEST_METHOD",
          "REQUEST_SCHEME",
          "REQUEST_URI",
          "REQUEST_FILENAME",
          "SCRIPT_FILENAME",
          "PATH_INFO",
          "QUERY_STRING",
          "IS_SUBREQ",
          "DOCUMENT_ROOT",
          "SERVER_NAME",
          "SERVER_PORT",
          "SERVER_PROTOCOL",
          "REMOTE_ADDR",
          "THE_REQUEST",
          "HTTPS",
          "REMOTE_USER",
          "AUTH_TYPE");

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Expressions<V> expressions;
  private final Set<String> modules;

  HeaderValues(
      Domain<V> domain, Variables<V> variables, Expressions<V> expressions, Set<String> modules) {
    this.domain = domain;
    this.variables = variables;
    this.expressions = expressions;
    this.modules = modules;
  }

  /** Returns a value, as it is for a response. */
  List<Valued<V>> of(State<V> state, HeaderValue value) {
    if (value instanceof HeaderValue.Evaluated evaluated) {
      return expressions.text(state, evaluated.text());
    }
    List<Valued<V>> values = List.of(new Valued<>(state, domain.literal("")));
    for (Part part : ((HeaderValue.Format) value).parts()) {
      values =
          Branches.then(
              values,
              so ->
                  part(so.state(), part).stream()
                      .map(v -> new Valued<>(so.state(), domain.concatenate(so.value(), v)))
                      .toList());
    }
    return values;
  }

  private List<V> part(State<V> state, Part part) {
    if (part instanceof Literal literal) {
      return List.of(domain.literal(literal.text()));
    }
    if (part instanceof Environment environment) {
      return List.of(state.variables().get(environment.name()).orElse(domain.literal(NULL)));
    }
    if (part instanceof Measurement measurement) {
      throw new UndeterminedException(
          "what %" + measurement.letter() + " measures in Header is not known");
    }
    V value = connection(state, ((Connection) part).name());
    return Branches.then(
        domain.classify(Tests.EMPTY, value),
        empty -> List.of(empty.result() ? domain.literal(NULL) : empty.value()));
  }

  private V connection(State<V> state, String name) {
    if (!modules.contains("ssl")) {
      return domain.literal("");
    }
    if (name.startsWith("SSL_")) {
      return variables.ssl(state, name);
    }
    if (OF_ALL.contains(name)) {
      return variables.variable(state, name);
    }
    if (name.startsWith("HTTP:")) {
      return variables.header(state, name.substring("HTTP:".length()));
    }
    throw new UndeterminedException("what %{" + name + "}s is in Header is not known");
  }
}
