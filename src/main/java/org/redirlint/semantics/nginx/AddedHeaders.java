package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.FollowedHeaders;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.nginx.AddHeader;
import org.redirlint.semantics.Answer.Field;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Domain.Side;
import org.redirlint.semantics.UndeterminedException;

/**
 * The headers that {@code add_header} adds to a response (ngx_http_headers_filter_module.c).
 *
 * @param <V> a value
 */
final class AddedHeaders<V> {

  private static final Set<Integer> STATUSES =
      Set.of(200, 201, 204, 206, 301, 302, 303, 304, 307, 308);

  private static final Set<String> DECODED = Set.of("uri", "document_uri");

  private final Domain<V> domain;
  private final Variables<V> variables;

  AddedHeaders(Domain<V> domain, Variables<V> variables) {
    this.domain = domain;
    this.variables = variables;
  }

  /**
   * The headers of a response, and the state in which they were worked out.
   *
   * @param state the state
   * @param fields the headers
   * @param <V> a value
   */
  record Added<V>(State<V> state, List<Field<V>> fields) {

    Added<V> and(State<V> later, Field<V> field) {
      List<Field<V>> more = new ArrayList<>(fields);
      more.add(field);
      return new Added<>(later, more);
    }
  }

  /** Tells whether a header is added to responses of a status. */
  static boolean isSent(AddHeader header, int status) {
    return header.always() || STATUSES.contains(status);
  }

  /**
   * A decoded path in a header may hold line breaks: others than those of browsers then follow. A
   * Location is no further header, but where the response leads.
   */
  private static boolean isFollowed(AddHeader header) {
    return !header.name().equalsIgnoreCase("Location") && matters(header);
  }

  private static boolean matters(AddHeader header) {
    return FollowedHeaders.include(header.name())
        || header.value().parts().stream()
            .anyMatch(
                part ->
                    part instanceof Backreference
                        || (part instanceof Variable variable
                            && DECODED.contains(variable.name())));
  }

  /** Returns the headers that are added to a response and followed. */
  List<Added<V>> to(State<V> state, int status) {
    List<Added<V>> ways = List.of(new Added<>(state, List.of()));
    for (AddHeader header : state.scope().settings().headers()) {
      if (isFollowed(header) && isSent(header, status)) {
        ways =
            Branches.then(
                ways,
                header.name().equalsIgnoreCase(FollowedHeaders.SET_COOKIE)
                    ? way -> cookie(way, header)
                    : way -> List.of(field(way, header)));
      }
    }
    return ways;
  }

  /** A header without a value is not sent. */
  private List<Added<V>> cookie(Added<V> so, AddHeader header) {
    return Branches.then(
        variables.evaluate(so.state(), header.value()),
        value ->
            Branches.then(
                domain.classify(Tests.EMPTY, value.value()),
                side ->
                    List.of(
                        side.result()
                            ? new Added<>(value.state(), so.fields())
                            : so.and(
                                value.state(),
                                new Field<>(header.name(), Optional.of(side.value()))))));
  }

  /** No browser answers to any other header: what it depends on does not split the requests. */
  private Added<V> field(Added<V> so, AddHeader header) {
    Field<V> unknown = new Field<>(header.name(), Optional.empty());
    try {
      List<Valued<V>> values = variables.evaluate(so.state(), header.value());
      if (values.size() != 1) {
        return so.and(so.state(), unknown);
      }
      List<Side<V, Boolean>> empty = domain.classify(Tests.EMPTY, values.get(0).value());
      if (empty.size() != 1) {
        return so.and(so.state(), unknown);
      }
      Side<V, Boolean> only = empty.get(0);
      return only.result()
          ? so
          : so.and(so.state(), new Field<>(header.name(), Optional.of(only.value())));
    } catch (UndeterminedException notKnown) {
      return so.and(so.state(), unknown);
    }
  }
}
