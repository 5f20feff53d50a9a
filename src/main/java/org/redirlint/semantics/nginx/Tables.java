package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.stream.Stream;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.model.nginx.VariableDefinition.GeoRange;
import org.redirlint.model.nginx.VariableDefinition.GeoTable;
import org.redirlint.model.nginx.VariableDefinition.MapPattern;
import org.redirlint.model.nginx.VariableDefinition.MapTable;
import org.redirlint.model.nginx.VariableDefinition.MapValue;
import org.redirlint.model.nginx.VariableDefinition.OpaqueVariable;
import org.redirlint.model.nginx.VariableDefinition.Share;
import org.redirlint.model.nginx.VariableDefinition.SplitClients;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.UndeterminedException;

/**
 * The variables that are looked up in tables: {@code map}, {@code geo}, {@code split_clients},
 * {@code $invalid_referer}.
 *
 * @param <V> a value
 */
final class Tables<V> {

  /** Volatile maps could look each other up without end; nginx itself would be stuck. */
  private static final int MOST_LOOKUPS = 10_000;

  private final Domain<V> domain;
  private final Facts facts;
  private final Variables<V> variables;

  Tables(Domain<V> domain, Facts facts, Variables<V> variables) {
    this.domain = domain;
    this.facts = facts;
    this.variables = variables;
  }

  List<Valued<V>> value(State<V> state, String name, VariableDefinition definition) {
    if (state.bindings().lookups() >= MOST_LOOKUPS) {
      throw new UndeterminedException("the maps refer to each other too often, last $" + name);
    }
    State<V> deeper = state.with(state.bindings().deeper());
    return Branches.then(
        lookUp(deeper, name, definition),
        v -> List.of(new Valued<>(v.state().with(v.state().bindings().back()), v.value())));
  }

  private List<Valued<V>> lookUp(State<V> state, String name, VariableDefinition definition) {
    if (definition instanceof MapTable map) {
      List<Valued<V>> values = map(state, name, map);
      return map.isVolatile() ? values : Branches.then(values, v -> List.of(kept(v, name)));
    }
    List<Valued<V>> values;
    if (definition instanceof GeoTable geo) {
      values = geo(state, geo);
    } else if (definition instanceof SplitClients split) {
      values = split(state, split);
    } else {
      String directive = ((OpaqueVariable) definition).directive();
      values = List.of(variables.unknown(state, "what " + directive + " makes of $" + name));
    }
    return Branches.then(values, v -> List.of(kept(v, name)));
  }

  private Valued<V> kept(Valued<V> valued, String name) {
    State<V> state = valued.state();
    return new Valued<>(state.with(state.bindings().with(name, valued.value())), valued.value());
  }

  private List<Valued<V>> map(State<V> state, String name, MapTable map) {
    List<Valued<V>> sources = variables.evaluate(state, map.source());
    return Branches.then(
        sources,
        source ->
            Branches.then(
                domain.classify(new MapSearch(map), source.value()),
                side ->
                    side.result().isPresent()
                        ? mapped(source.state(), name, side.result().get())
                        : patterns(source.state(), name, map, side.value(), 0)));
  }

  private List<Valued<V>> patterns(State<V> state, String name, MapTable map, V source, int index) {
    if (index == map.patterns().size()) {
      return mapped(state, name, map.defaultValue());
    }
    MapPattern entry = map.patterns().get(index);
    return Branches.then(
        Captures.match(domain, state, entry.pattern(), source),
        matched ->
            matched.matches()
                ? mapped(matched.state(), name, entry.value())
                : patterns(matched.state(), name, map, source, index + 1));
  }

  private List<Valued<V>> mapped(State<V> state, String name, MapValue value) {
    List<Valued<V>> values = variables.evaluate(state, value.value());
    return Branches.then(
        values,
        v ->
            List.of(
                new Valued<>(
                    v.state()
                        .note(
                            new Step(
                                value.origin(),
                                "$" + name + " is \"" + v.value() + "\"",
                                Step.Kind.HOLDS_A_VALUE)),
                    v.value())));
  }

  private List<Valued<V>> geo(State<V> state, GeoTable geo) {
    List<Valued<V>> sources;
    if (geo.source().isPresent()) {
      sources = variables.variable(state, geo.source().get());
    } else {
      sources =
          facts
              .clientAddress()
              .map(client -> client(state, geo, client))
              .orElseGet(
                  () -> List.of(new Valued<>(state, domain.anything("the client's address"))));
    }
    return Branches.then(
        sources,
        source ->
            Branches.then(
                domain.classify(networks(geo), source.value()),
                side -> List.of(new Valued<>(source.state(), domain.literal(side.result())))));
  }

  private List<Valued<V>> client(State<V> state, GeoTable geo, String client) {
    V forwarded = state.exchange().headers().get("x_forwarded_for");
    V list = forwarded == null ? domain.literal("") : forwarded;
    return Branches.then(
        domain.classify(Classifier.opaque(text -> GeoLookup.client(geo, client, text)), list),
        side -> List.of(new Valued<>(state, domain.literal(side.result()))));
  }

  private List<Valued<V>> split(State<V> state, SplitClients split) {
    return Branches.then(
        variables.evaluate(state, split.source()),
        source ->
            Branches.then(
                domain.classify(shares(split), source.value()),
                side -> List.of(new Valued<>(source.state(), domain.literal(side.result())))));
  }

  private static Classifier<String> shares(SplitClients split) {
    List<String> values = split.shares().stream().map(Share::value).distinct().toList();
    return Classifier.among(values, text -> share(split, text));
  }

  private static Classifier<String> networks(GeoTable geo) {
    return Classifier.among(
        Stream.concat(geo.ranges().stream().map(GeoRange::value), Stream.of(geo.defaultValue()))
            .distinct()
            .toList(),
        text -> GeoLookup.find(geo, text).map(GeoRange::value).orElse(geo.defaultValue()));
  }

  private static String share(SplitClients split, String text) {
    long hash = MurmurHash.of(text);
    for (Share share : split.shares()) {
      if (hash < share.end() || share.end() == 0) {
        return share.value();
      }
    }
    return "";
  }

  /** {@code $invalid_referer}: empty for a valid one, else {@code 1}. */
  List<Valued<V>> invalidReferer(State<V> state) {
    if (state.scope().settings().referers().isEmpty()) {
      return List.of(new Valued<>(state, domain.literal("")));
    }
    V referer = state.exchange().headers().get("referer");
    RefererTest test = new RefererTest(state.scope().settings().referers().get());
    if (referer == null) {
      return referer(state, test.withoutReferer());
    }
    return Branches.then(
        domain.classify(Classifier.among(List.of(true, false), test::isValid), referer),
        side -> referer(state, side.result()));
  }

  private List<Valued<V>> referer(State<V> state, boolean valid) {
    return List.of(kept(new Valued<>(state, domain.literal(valid ? "" : "1")), "invalid_referer"));
  }
}
