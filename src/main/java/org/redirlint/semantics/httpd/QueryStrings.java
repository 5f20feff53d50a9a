package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Transformation;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * Parts a substitution's query from its path (splitout_queryargs).
 *
 * @param <V> a value
 */
final class QueryStrings<V> {

  /** A query without the ampersand at its end. */
  private static final Transformation TRIMMED = new Trimmed();

  private static final Transformation BEFORE_LAST =
      text -> text.substring(0, text.lastIndexOf('?'));
  private static final Transformation AFTER_LAST =
      text -> text.substring(text.lastIndexOf('?') + 1);

  private final Domain<V> domain;

  QueryStrings(Domain<V> domain) {
    this.domain = domain;
  }

  /**
   * A substitution in its parts.
   *
   * @param state the state with the new query
   * @param value the path
   */
  record Split<V>(State<V> state, V value) {}

  /** Parts a substitution, and puts the queries together as the flags say. */
  List<Split<V>> split(State<V> state, RewriteRule rule, V replaced) {
    if (rule.has(Switch.NO_QUERY)) {
      return List.of(new Split<>(withArgs(state, Optional.empty()), replaced));
    }
    return Branches.then(
        domain.classify(Tests.QUERY_POSSIBLE, replaced),
        possible -> {
          if (!possible.result()) {
            return List.of(new Split<>(withArgs(state, Optional.empty()), possible.value()));
          }
          State<V> kept =
              rule.has(Switch.DISCARD_QUERY) ? withArgs(state, Optional.empty()) : state;
          return Branches.then(
              domain.classify(Tests.HAS_QUESTION_MARK, possible.value()),
              mark ->
                  mark.result()
                      ? cut(kept, rule, mark.value())
                      : List.of(new Split<>(kept, mark.value())));
        });
  }

  /**
   * Returns the part of a substitution that may hold no question mark but its own: what stands
   * before the one that begins the query, or behind it if the last one does.
   */
  static Template deciding(Template substitution, RewriteRule rule) {
    List<Template.Part> parts = substitution.parts();
    if (rule.has(Switch.LAST_QUESTION_MARK)) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (hasMark(parts.get(i))) {
          return new Template(parts.subList(i + 1, parts.size()));
        }
      }
      return substitution;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (hasMark(parts.get(i))) {
        return new Template(parts.subList(0, i));
      }
    }
    return substitution;
  }

  private static boolean hasMark(Template.Part part) {
    return part instanceof Template.Literal literal && literal.text().indexOf('?') >= 0;
  }

  private List<Split<V>> cut(State<V> state, RewriteRule rule, V replaced) {
    if (rule.has(Switch.LAST_QUESTION_MARK)) {
      return joined(
          state,
          rule,
          domain.transform(BEFORE_LAST, replaced),
          domain.transform(AFTER_LAST, replaced));
    }
    return Branches.then(
        domain.cutAtQuestionMark(replaced),
        cut -> joined(state, rule, cut.result().before(), cut.result().after()));
  }

  private List<Split<V>> joined(State<V> state, RewriteRule rule, V path, V query) {
    Optional<V> old = state.resource().args();
    if (!rule.has(Switch.APPEND_QUERY)) {
      return Branches.then(trimmed(state, query), so -> List.of(new Split<>(so, path)));
    }
    return Branches.then(
        domain.classify(Tests.EMPTY, query),
        empty -> {
          if (empty.result()) {
            return Branches.then(
                old.isPresent() ? trimmed(state, old.get()) : List.of(state),
                so -> List.of(new Split<>(so, path)));
          }
          V both = domain.concatenate(empty.value(), domain.literal("&"));
          V all = old.isPresent() ? domain.concatenate(both, old.get()) : both;
          return Branches.then(trimmed(state, all), so -> List.of(new Split<>(so, path)));
        });
  }

  private List<State<V>> trimmed(State<V> state, V query) {
    return Branches.then(
        domain.classify(Tests.EMPTY, query),
        empty ->
            List.of(
                withArgs(
                    state,
                    empty.result()
                        ? Optional.empty()
                        : Optional.of(domain.transform(TRIMMED, empty.value())))));
  }

  private State<V> withArgs(State<V> state, Optional<V> args) {
    return state.with(state.resource().withArgs(args));
  }
}
