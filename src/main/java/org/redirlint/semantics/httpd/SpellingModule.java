package org.redirlint.semantics.httpd;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.Spelling;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.UndeterminedException;
import org.redirlint.semantics.httpd.Misspelling.Correction;

/**
 * mod_speling: where no file is, one with a similar name (check_speling).
 *
 * @param <V> a value
 */
final class SpellingModule<V> {

  private static final int MULTIPLE_CHOICES = 300;
  private static final int MOVED_PERMANENTLY = 301;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final Domain<V> domain;
  private final Self<V> self;
  private final Facts facts;

  SpellingModule(Domain<V> domain, Self<V> self, Facts facts) {
    this.domain = domain;
    this.self = self;
    this.facts = facts;
  }

  /** Looks for a similar name in the directory where no file was found. */
  List<Outcome<V>> fixup(State<V> state) {
    Resource<V> resource = state.resource();
    Optional<Spelling> spelling = state.settings().core().spelling().filter(Spelling::enabled);
    Optional<V> filename = resource.filename();
    boolean looks =
        resource.kind() == Resource.Kind.NONE
            && !state.progress().isSubrequest()
            && state.answer().isEmpty()
            && !isElsewhere(resource);
    if (spelling.isEmpty() || filename.isEmpty() || !looks) {
      return Outcome.of(state, Outcome.DECLINED);
    }
    return Branches.then(
        domain.classify(Tests.isOneOf(METHODS), resource.method()),
        method ->
            Branches.then(
                domain.classify(Tests.is("/"), resource.uri()),
                root ->
                    method.result() && !root.result()
                        ? look(state, spelling.get(), filename.get())
                        : Outcome.of(state, Outcome.DECLINED)));
  }

  /** A rule has led to another URL-path, or to another server. */
  private boolean isElsewhere(Resource<V> resource) {
    return resource
        .handler()
        .filter(
            h -> Set.of(RewriteModule.REDIRECT_HANDLER, RewriteModule.PROXY_HANDLER).contains(h))
        .isPresent();
  }

  /** The URL-path must end as the file's path does: else there is none to redirect to. */
  private List<Outcome<V>> look(State<V> state, Spelling spelling, V filename) {
    return Branches.then(
        Paths.name(domain, filename), name -> look(state, spelling, filename, name));
  }

  private List<Outcome<V>> look(State<V> state, Spelling spelling, V filename, V name) {
    V uri = state.resource().uri();
    V end = domain.concatenate(name, state.resource().pathInfo());
    Classifier<Integer> length = String::length;
    return Branches.then(
        domain.classify(length, end),
        side -> {
          V folder = domain.transform(Paths.withoutLast(side.result()), uri);
          return Branches.then(
              domain.equal(domain.concatenate(folder, side.value()), uri),
              same ->
                  same.result()
                      ? Branches.then(
                          Paths.parent(domain, filename),
                          directory -> correct(state, spelling, directory, name, folder))
                      : Outcome.of(state, Outcome.DECLINED));
        });
  }

  private List<Outcome<V>> correct(
      State<V> state, Spelling spelling, V directory, V name, V folder) {
    Classifier<Set<String>> names = this::names;
    return Branches.then(
        domain.classify(names, directory),
        known -> {
          Classifier<Correction> correction =
              wrong -> Misspelling.correct(wrong, known.result(), spelling);
          return Branches.then(
              domain.classify(correction, name),
              side -> corrected(state, spelling, folder, side.result()));
        });
  }

  private Set<String> names(String directory) {
    Set<String> names = new HashSet<>(names(directory, facts));
    if (!names.isEmpty()) {
      names.addAll(Set.of(".", ".."));
    }
    return names;
  }

  private static Set<String> names(String directory, Facts facts) {
    return facts
        .names(directory)
        .orElseThrow(
            () ->
                new UndeterminedException(
                    "the names in " + directory + ", where CheckSpelling looks, are not known"));
  }

  private List<Outcome<V>> corrected(
      State<V> state, Spelling spelling, V folder, Correction correction) {
    if (correction instanceof Correction.Choice) {
      State<V> noted = state.note(spelling.origin(), "CheckSpelling offers several names");
      return Outcome.of(noted, MULTIPLE_CHOICES);
    }
    if (correction instanceof Correction.Name name) {
      V path =
          domain.concatenate(
              folder, domain.concatenate(domain.literal(name.name()), state.resource().pathInfo()));
      V escaped = domain.transform(Escapes.PATH, path);
      V whole =
          state
              .resource()
              .query()
              .map(q -> domain.concatenate(escaped, domain.concatenate(domain.literal("?"), q)))
              .orElse(escaped);
      return Outcome.of(
          state
              .note(spelling.origin(), "CheckSpelling finds " + name.name())
              .withLocation(Optional.of(self.url(state, whole))),
          MOVED_PERMANENTLY);
    }
    return Outcome.of(state, Outcome.DECLINED);
  }
}
