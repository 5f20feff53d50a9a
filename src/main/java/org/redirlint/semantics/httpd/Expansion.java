package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.Template.Backreference;
import org.redirlint.model.Template.ConditionBackreference;
import org.redirlint.model.Template.Literal;
import org.redirlint.model.Template.MapLookup;
import org.redirlint.model.Template.Part;
import org.redirlint.model.Template.Unread;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.RewriteMap;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;

/**
 * Puts the strings of mod_rewrite together (do_expand, lookup_variable, lookup_map).
 *
 * @param <V> a value
 */
final class Expansion<V> {

  /**
   * The longest text that is put together, in characters. httpd sets no limit: where a text doubles
   * with each rule, its process dies.
   */
  private static final int LONGEST = 1 << 18;

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Subrequests<V> subrequests;

  Expansion(Domain<V> domain, Variables<V> variables, Subrequests<V> subrequests) {
    this.domain = domain;
    this.variables = variables;
    this.subrequests = subrequests;
  }

  /**
   * What a rule has matched so far.
   *
   * @param uri what the pattern was matched against
   * @param rule what the pattern captured
   * @param condition what the last condition captured
   * @param directory the directory of a rule in per-directory context
   * @param base its RewriteBase
   */
  record Match<V>(
      V uri, List<V> rule, List<V> condition, Optional<String> directory, Optional<String> base) {

    Match<V> withCondition(List<V> groups) {
      return new Match<>(uri, rule, groups, directory, base);
    }
  }

  /**
   * Puts a string together.
   *
   * @param escaping the rule whose flags say how backreferences are escaped; empty for none
   */
  List<Valued<V>> expand(
      State<V> state, Template template, Match<V> match, Optional<RewriteRule> escaping) {
    if (template.isLiteral()) {
      return List.of(new Valued<>(state, domain.literal(template.literalPrefix())));
    }
    List<Valued<V>> values = List.of(new Valued<>(state, domain.literal("")));
    for (Part part : template.parts()) {
      values =
          Branches.then(
              values,
              so ->
                  Branches.then(
                      part(so.state(), part, match, escaping),
                      next ->
                          List.of(new Valued<>(next.state(), joined(so.value(), next.value())))));
    }
    return values;
  }

  private V joined(V left, V right) {
    V both = domain.concatenate(left, right);
    boolean tooLong =
        domain.classify(Tests.longerThanMost(LONGEST), both).stream().anyMatch(Domain.Side::result);
    if (tooLong) {
      throw new UndeterminedException(
          "a rule puts a text of more than " + LONGEST + " characters together");
    }
    return both;
  }

  private List<Valued<V>> part(
      State<V> state, Part part, Match<V> match, Optional<RewriteRule> escaping) {
    if (part instanceof Literal literal) {
      return List.of(new Valued<>(state, domain.literal(literal.text())));
    }
    if (part instanceof Backreference reference) {
      return List.of(new Valued<>(state, group(match.rule(), reference.group(), escaping)));
    }
    if (part instanceof ConditionBackreference reference) {
      return List.of(new Valued<>(state, group(match.condition(), reference.group(), escaping)));
    }
    if (part instanceof MapLookup lookup) {
      return Branches.then(
          expand(state, lookup.key(), match, escaping), key -> look(key, lookup, match, escaping));
    }
    if (part instanceof Unread unread) {
      throw new UndeterminedException(
          "look-ups of maps are nested too deeply: " + beginning(unread.text()));
    }
    return variable(state, ((Variable) part).name(), match);
  }

  private static String beginning(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private V group(List<V> groups, int number, Optional<RewriteRule> escaping) {
    V value = number < groups.size() ? groups.get(number) : domain.literal("");
    return escaping
        .filter(rule -> rule.has(Switch.ESCAPE_BACKREFERENCES))
        .map(rule -> domain.transform(Escapes.backreference(rule), value))
        .orElse(value);
  }

  /** Sorts keys by what a table says of them. */
  private static <T> Classifier<Optional<T>> byKey(Map<String, T> values) {
    List<Case<Optional<T>>> cases = new ArrayList<>();
    values.forEach((key, value) -> cases.add(new Case<>(TextSet.of(key), Optional.of(value))));
    cases.add(new Case<>(TextSet.all(), Optional.empty()));
    return Classifier.described(name -> Optional.ofNullable(values.get(name)), cases);
  }

  private List<Valued<V>> look(
      Valued<V> key, MapLookup lookup, Match<V> match, Optional<RewriteRule> escaping) {
    RewriteMap map = key.state().host().maps().get(lookup.map());
    if (map == null) {
      return expand(key.state(), lookup.otherwise(), match, escaping);
    }
    if (map instanceof RewriteMap.Internal internal) {
      Transformation change =
          switch (internal.function()) {
            case "toupper" -> Escapes.UPPER;
            case "tolower" -> Escapes.LOWER;
            case "escape" -> Escapes.PATH;
            default -> Escapes.UNESCAPE;
          };
      return List.of(new Valued<>(key.state(), domain.transform(change, key.value())));
    }
    if (map instanceof RewriteMap.Text text) {
      return Branches.then(
          domain.classify(byKey(text.values()), key.value()),
          side ->
              side.result().isPresent()
                  ? List.of(new Valued<>(key.state(), domain.literal(side.result().get())))
                  : expand(key.state(), lookup.otherwise(), match, escaping));
    }
    if (map instanceof RewriteMap.Random random) {
      return Branches.then(
          domain.classify(byKey(random.values()), key.value()),
          side ->
              side.result().isPresent()
                  ? chosen(key.state(), lookup.map(), random, side.result().get())
                  : expand(key.state(), lookup.otherwise(), match, escaping));
    }
    throw new UndeterminedException(
        "what the map "
            + lookup.map()
            + " holds is not known ("
            + ((RewriteMap.Unknown) map).source()
            + ")");
  }

  private List<Valued<V>> chosen(
      State<V> state, String name, RewriteMap.Random map, List<String> alternatives) {
    String first = alternatives.get(0);
    if (alternatives.stream().allMatch(first::equals)) {
      return List.of(new Valued<>(state, domain.literal(first)));
    }
    throw new UndeterminedException(
        "the map %s (%s:%d) gives one of %d values at random"
            .formatted(
                name,
                map.origin().file().path(),
                map.origin().start().line(),
                alternatives.size()));
  }

  /** Looks up a variable of mod_rewrite. */
  List<Valued<V>> variable(State<V> state, String name, Match<V> match) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("ENV:") && name.length() > 4) {
      return List.of(new Valued<>(state, variables.environment(state, name.substring(4))));
    }
    if (upper.startsWith("SSL:") && name.length() > 4) {
      return List.of(new Valued<>(state, variables.ssl(state, name.substring(4))));
    }
    if (upper.startsWith("HTTP:") && name.length() > 5) {
      return List.of(new Valued<>(state, variables.header(state, name.substring(5))));
    }
    if (upper.startsWith("LA-U:") || upper.startsWith("LA-F:")) {
      return ahead(state, name.substring(5), upper.startsWith("LA-F:"), match);
    }
    return List.of(new Valued<>(state, variables.variable(state, name)));
  }

  /** Looks ahead: what the variable would be once the request were processed. */
  private List<Valued<V>> ahead(State<V> state, String name, boolean file, Match<V> match) {
    if (!subrequests.isAllowed(state)) {
      return List.of(new Valued<>(state, domain.literal("")));
    }
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, match.uri()),
        absolute -> {
          boolean perDirectory = match.directory().isPresent() && !absolute.result();
          String before =
              !perDirectory
                  ? ""
                  : file
                      ? match.directory().orElse("")
                      : match.base().or(match::directory).orElse("");
          V path = domain.concatenate(domain.literal(before), absolute.value());
          boolean byFile = file && (perDirectory || match.directory().isEmpty());
          return Branches.then(
              byFile ? subrequests.file(state, path) : subrequests.url(state, path),
              looked ->
                  Branches.then(
                      variable(looked.sub(), name, match),
                      value -> List.of(new Valued<>(looked.back(), value.value()))));
        });
  }
}
