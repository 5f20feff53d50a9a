package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.Handler;
import org.redirlint.regex.Regex;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.UndeterminedException;

/**
 * Who answers: an upstream, an index file, a directory listing, a file (ngx_http_index_module.c,
 * ngx_http_autoindex_module.c, ngx_http_static_module.c).
 *
 * @param <V> a value
 */
final class ContentPhase<V> {

  private static final int OK = 200;
  private static final int MOVED_PERMANENTLY = 301;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int INTERNAL_ERROR = 500;

  private static final Regex WITHOUT_SLASHES = Regex.constant("^(?s)(.(?:.*[^/])?)/*$");

  /** The last character is taken for the slash, whatever it is. */
  private static final Regex WITHOUT_LAST = Regex.constant("^(?s)(.+).$");

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Files<V> files;
  private final Responses<V> responses;

  ContentPhase(Domain<V> domain, Variables<V> variables, Files<V> files, Responses<V> responses) {
    this.domain = domain;
    this.variables = variables;
    this.files = files;
    this.responses = responses;
  }

  /** What the file system allows a method. */
  private enum Access {
    READ,
    POST,
    OTHER;

    private static final Classifier<Access> OF =
        Classifier.ofCases(
            List.of(
                new Case<>(TextSet.of("GET", "HEAD"), READ), new Case<>(TextSet.of("POST"), POST)),
            OTHER);
  }

  /** Answers the request, or redirects it internally. */
  List<State<V>> answer(State<V> state) {
    if (state.scope().settings().interceptor().isPresent()) {
      throw new UndeterminedException(
          "what "
              + state.scope().settings().interceptor().get().directive()
              + " does is not known");
    }
    if (state.handler().isPresent()) {
      return handled(state, state.handler().get());
    }
    return Branches.then(
        domain.classify(Access.OF, state.target().method()),
        method ->
            Branches.then(
                domain.classify(Tests.DIRECTORY, state.target().uri()),
                slash -> {
                  if (method.result() == Access.OTHER) {
                    if (state.scope().settings().davMethods()) {
                      throw new UndeterminedException("what dav_methods does is not known");
                    }
                    return responses.finish(state, NOT_ALLOWED);
                  }
                  return slash.result()
                      ? directory(state, method.result())
                      : file(state, method.result());
                }));
  }

  private List<State<V>> handled(State<V> state, Handler handler) {
    String written =
        handler.target().isEmpty()
            ? handler.directive()
            : handler.directive() + " " + handler.target();
    State<V> noted =
        state.note(
            new Step(
                handler.origin(),
                written,
                handler.isUpstream() ? Step.Kind.HANDS_ON : Step.Kind.ACTS));
    if (handler.answersReading()) {
      return Branches.then(
          domain.classify(Access.OF, state.target().method()),
          side ->
              side.result() == Access.READ
                  ? responses.send(noted, OK)
                  : responses.finish(noted, NOT_ALLOWED));
    }
    if (handler.isUpstream()) {
      return List.of(noted.answered(new Answer.Upstream<>(written)));
    }
    return List.of(noted.answered(new Answer.Unread<>(handler.directive())));
  }

  private List<State<V>> directory(State<V> state, Access method) {
    if (!variables.paths().isMappable(state)) {
      return responses.finish(state, INTERNAL_ERROR);
    }
    return index(state, method, 0, false);
  }

  private List<State<V>> index(State<V> state, Access method, int number, boolean tested) {
    List<Template> indices = state.scope().settings().index();
    if (number == indices.size()) {
      return listing(state, method);
    }
    return Branches.then(
        variables.evaluateIndex(state, indices.get(number)),
        name ->
            Branches.then(
                domain.classify(Tests.PATH, name.value()),
                rooted ->
                    rooted.result()
                        ? responses.redirect(
                            name.state(), rooted.value(), name.state().target().args())
                        : indexFile(name.state(), method, number, tested, rooted.value())));
  }

  private List<State<V>> indexFile(
      State<V> state, Access method, int number, boolean tested, V name) {
    return Branches.then(
        variables.paths().ofUri(state),
        directory ->
            Branches.then(
                files.find(directory.state(), domain.concatenate(directory.value(), name)),
                found -> {
                  State<V> after = found.state();
                  return switch (found.file()) {
                    case NOT_A_DIRECTORY -> responses.finish(after, NOT_FOUND);
                    case ACCESS_DENIED -> responses.finish(after, FORBIDDEN);
                    case MISSING ->
                        tested
                            ? index(after, method, number + 1, true)
                            : testDirectory(after, method, number, directory.value());
                    default ->
                        responses.redirect(
                            after,
                            domain.concatenate(after.target().uri(), name),
                            after.target().args());
                  };
                }));
  }

  /** Without an index file, a missing directory is not found (ngx_http_index_test_dir). */
  private List<State<V>> testDirectory(State<V> state, Access method, int number, V directory) {
    return Branches.then(
        part(state, WITHOUT_SLASHES, directory),
        path ->
            Branches.then(
                files.find(path.state(), path.value()),
                found -> {
                  FileStatus file = found.file();
                  if (file == FileStatus.MISSING) {
                    return responses.finish(found.state(), NOT_FOUND);
                  }
                  return file.isDirectory() || file == FileStatus.ACCESS_DENIED
                      ? index(found.state(), method, number + 1, true)
                      : responses.finish(found.state(), INTERNAL_ERROR);
                }));
  }

  /**
   * Returns what the first group of a regular expression holds; the whole value without a match.
   */
  private List<Valued<V>> part(State<V> state, Regex regex, V value) {
    return Branches.then(
        domain.match(regex, value),
        side ->
            List.of(
                new Valued<>(
                    state,
                    side.result().matches() ? side.result().groups().get(1) : side.value())));
  }

  private List<State<V>> listing(State<V> state, Access method) {
    if (!state.scope().settings().autoindex() || method != Access.READ) {
      return responses.finish(state, FORBIDDEN);
    }
    return Branches.then(
        variables.paths().ofUri(state),
        path ->
            Branches.then(
                Branches.then(
                    part(path.state(), WITHOUT_LAST, path.value()),
                    folder -> files.find(folder.state(), folder.value())),
                found ->
                    switch (found.file()) {
                      case DIRECTORY -> responses.send(found.state(), OK);
                      case UNREADABLE_DIRECTORY, ACCESS_DENIED ->
                          responses.finish(found.state(), FORBIDDEN);
                      default -> responses.finish(found.state(), NOT_FOUND);
                    }));
  }

  private List<State<V>> file(State<V> state, Access method) {
    if (!variables.paths().isMappable(state)) {
      return responses.finish(state, INTERNAL_ERROR);
    }
    return Branches.then(
        variables.paths().ofUri(state),
        path ->
            Branches.then(
                files.find(path.state(), path.value()),
                found -> {
                  State<V> after = found.state();
                  return switch (found.file()) {
                    case MISSING, NOT_A_DIRECTORY -> responses.finish(after, NOT_FOUND);
                    case ACCESS_DENIED, UNREADABLE_FILE, UNREADABLE_DIRECTORY ->
                        responses.finish(after, FORBIDDEN);
                    case DIRECTORY -> addSlash(after);
                    case FILE, EXECUTABLE ->
                        method == Access.POST
                            ? responses.finish(after, NOT_ALLOWED)
                            : responses.send(after, OK);
                  };
                }));
  }

  private List<State<V>> addSlash(State<V> state) {
    V path = domain.transform(Escapes.URI, state.target().uri());
    V args = domain.transform(Transducer.before("/?", "/"), state.target().args());
    State<V> redirected =
        state
            .withLocation(Optional.of(domain.concatenate(path, args)))
            .note(state.scope().origin(), "a directory is asked for without its final slash");
    return responses.finish(redirected, MOVED_PERMANENTLY);
  }
}
