package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * Requests that httpd makes of itself to see what would come of them.
 *
 * @param <V> a value
 */
final class Subrequests<V> {

  private static final int INTERNAL_ERROR = 500;

  private final Domain<V> domain;
  private final BiFunction<State<V>, Boolean, List<Outcome<V>>> process;

  /** Takes how a request is processed: the request, and whether its file is known already. */
  Subrequests(Domain<V> domain, BiFunction<State<V>, Boolean, List<Outcome<V>>> process) {
    this.domain = domain;
    this.process = process;
  }

  /**
   * What a subrequest came to.
   *
   * @param back the request that asked, with what was assumed on the way and what it has cost
   * @param sub the subrequest behind its fixups
   * @param status its status; where nothing ends it, the one its rules have left behind, 200 as a
   *     rule
   */
  record Looked<V>(State<V> back, State<V> sub, int status) {}

  /** Tells whether a subrequest is made at all: not for a subrequest of the same URL-path. */
  boolean isAllowed(State<V> state) {
    return state
        .progress()
        .main()
        .map(
            main ->
                domain.equal(main.resource().uri(), state.resource().uri()).stream()
                    .noneMatch(Domain.Side::result))
        .orElse(true);
  }

  /** Looks up a URL-path, relative to that of the request (ap_sub_req_lookup_uri). */
  List<Looked<V>> url(State<V> state, V reference) {
    if (tooDeep(state)) {
      return List.of(new Looked<>(state, state, INTERNAL_ERROR));
    }
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, reference),
        side -> {
          return side.result()
              ? target(state, side.value())
              : Branches.then(
                  folder(state),
                  parent ->
                      target(
                          state,
                          domain.concatenate(
                              domain.transform(Escapes.PATH, parent), side.value())));
        });
  }

  private List<Looked<V>> target(State<V> state, V whole) {
    return Branches.then(
        domain.classify(Tests.HAS_QUESTION_MARK, whole),
        mark ->
            Branches.then(
                domain.cutAtQuestionMark(mark.value()),
                cut -> {
                  Optional<V> args =
                      mark.result() ? Optional.of(cut.result().after()) : Optional.empty();
                  return run(state, begun(state, cut.result().before(), args), false);
                }));
  }

  /** Looks up a file; only one beside the request's has a URL-path (ap_sub_req_lookup_file). */
  List<Looked<V>> file(State<V> state, V path) {
    if (tooDeep(state)) {
      return List.of(new Looked<>(state, state, INTERNAL_ERROR));
    }
    V filename = state.resource().filename().orElse(state.resource().uri());
    return Branches.then(
        Paths.parent(domain, path),
        directory ->
            Branches.then(
                Paths.parent(domain, filename),
                own ->
                    Branches.then(
                        domain.equal(directory, own),
                        beside -> file(state, path, beside.result()))));
  }

  private List<Looked<V>> file(State<V> state, V path, boolean beside) {
    return Branches.then(
        folder(state),
        parent ->
            Branches.then(
                Paths.name(domain, path),
                name ->
                    Branches.then(
                        domain.classify(Tests.EMPTY, name),
                        unnamed -> {
                          boolean named = beside && !unnamed.result();
                          V uri = named ? domain.concatenate(parent, name) : domain.literal("");
                          State<V> sub = begun(state, uri, Optional.empty());
                          return run(state, sub.with(sub.resource().withFilename(path)), true);
                        })));
  }

  /** Returns the URL-path up to its last slash: mostly all of it. */
  private List<V> folder(State<V> state) {
    return Branches.then(
        domain.classify(Tests.ENDS_WITH_SLASH, state.resource().uri()),
        side -> side.result() ? List.of(side.value()) : Paths.parent(domain, side.value()));
  }

  private List<Looked<V>> run(State<V> state, State<V> sub, boolean file) {
    return Branches.then(
        process.apply(sub, file),
        outcome ->
            List.of(
                new Looked<>(
                    state.supposing(outcome.state().supposed()).with(outcome.state().work()),
                    outcome.state(),
                    outcome.status() <= 0
                        ? outcome.state().progress().status()
                        : outcome.status())));
  }

  private boolean tooDeep(State<V> state) {
    return state.progress().depth() >= state.host().options().mostSubrequests()
        || state.progress().redirects() >= state.host().options().mostRedirects();
  }

  private State<V> begun(State<V> state, V path, Optional<V> args) {
    Resource<V> resource =
        new Resource<>(
            domain.literal("GET"),
            path,
            args,
            args,
            Optional.empty(),
            domain.literal(""),
            Resource.Kind.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return state
        .with(state.exchange().withoutPort())
        .with(resource)
        .with(state.progress().below(state))
        .with(state.work().asked())
        .with(state.host().settings())
        .withLocation(Optional.empty());
  }
}
