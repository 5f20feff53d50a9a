package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.ErrorDocument;
import org.redirlint.model.httpd.KnownStatuses;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;
import org.redirlint.semantics.httpd.Progress.Failure;

/**
 * How requests end: error documents, internal redirects, the response itself (ap_die,
 * ap_internal_redirect, ap_send_error_response).
 *
 * @param <V> a value
 */
final class Responses<V> {

  private static final int INTERNAL_ERROR = 500;
  private static final int FOUND = 302;
  private static final int CREATED = 201;

  private final Domain<V> domain;
  private final VariableModule<V> variables;
  private final HeaderModule<V> headers;
  private final Processing<V> processing;

  Responses(Domain<V> domain, Processing<V> processing, HeaderModule<V> headers) {
    this.domain = domain;
    this.processing = processing;
    this.variables = processing.variables();
    this.headers = headers;
  }

  /** Ends a request with a status: by its error document, or by the response of that status. */
  List<State<V>> die(State<V> state, int status) {
    return die(state, status, false);
  }

  /** What rules have left of a status counts as a failure behind an internal redirect only. */
  private List<State<V>> die(State<V> state, int status, boolean internalLoop) {
    boolean recursive =
        state.progress().status() != Progress.OK && state.progress().redirects() > 0;
    if (recursive) {
      return state
          .progress()
          .failure()
          .map(first -> send(state.withLocation(first.location()), first.status(), internalLoop))
          .orElseGet(() -> send(state, status, internalLoop));
    }
    ErrorDocument document = state.settings().errorDocuments().get(named(status));
    if (document == null) {
      return send(state.withStatus(status), status, internalLoop);
    }
    State<V> failed = state.withStatus(status);
    return switch (document.kind()) {
      case URL ->
          send(
              failed
                  .withStatus(FOUND)
                  .withLocation(Optional.of(domain.literal(document.target())))
                  .note(document.origin(), "ErrorDocument leads to " + document.target()),
              FOUND,
              internalLoop);
      case PATH -> page(failed, status, document);
      case TEXT, DEFAULT -> send(failed, status, internalLoop);
    };
  }

  private List<State<V>> page(State<V> state, int status, ErrorDocument document) {
    State<V> asGet =
        state
            .with(state.resource().withMethod(domain.literal("GET")))
            .with(state.progress().failing(new Failure<>(status, state.location())))
            .withVariable("REQUEST_METHOD", state.resource().method())
            .note(document.origin(), "ErrorDocument shows " + document.target());
    return redirect(asGet, domain.literal(document.target()));
  }

  /** Goes to another URL-path of the same server (ap_internal_redirect). */
  List<State<V>> redirect(State<V> state, V target) {
    int most = state.host().options().mostRedirects();
    if (state.progress().redirects() >= most) {
      return die(state, INTERNAL_ERROR, true);
    }
    V whole = domain.transform(Fragments.DROPPED, target);
    return Branches.then(
        domain.classify(Tests.HAS_QUESTION_MARK, whole),
        mark ->
            Branches.then(
                domain.cutAtQuestionMark(mark.value()),
                cut -> {
                  Optional<V> args =
                      mark.result() ? Optional.of(cut.result().after()) : Optional.empty();
                  Resource<V> resource =
                      new Resource<>(
                          state.resource().method(),
                          cut.result().before(),
                          args,
                          args,
                          Optional.empty(),
                          domain.literal(""),
                          Resource.Kind.NONE,
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty());
                  State<V> next =
                      state
                          .withVariables(variables.renamed(state))
                          .with(resource)
                          .with(state.host().settings())
                          .with(state.progress().redirected(state.location()))
                          .withLocation(
                              isRedirect(state.progress().status())
                                  ? state.location()
                                  : Optional.empty());
                  return Branches.then(
                      processing.begin(next), begun -> List.of(begun.at(Phase.PROCESS)));
                }));
  }

  /** Returns the status a client is told: one without a name is an internal error. */
  private static int named(int status) {
    return KnownStatuses.isKnown(status) ? status : INTERNAL_ERROR;
  }

  private static boolean isRedirect(int status) {
    return status >= 300 && status < 400;
  }

  /** Sends a response. */
  List<State<V>> send(State<V> state, int status, boolean internalLoop) {
    boolean error = status >= 300 || status < 200;
    boolean located = (status >= 300 && status < 400) || status == CREATED;
    State<V> kept = located || !error ? state : state.withLocation(Optional.empty());
    return Branches.then(
        headers.apply(kept, status),
        edited -> {
          Optional<V> location = edited.location();
          boolean sendable =
              location.isEmpty()
                  || domain.classify(Tests.SENDABLE, location.get()).stream()
                      .allMatch(Domain.Side::result);
          return List.of(
              edited.answered(
                  new Answer.Response<>(
                      sendable ? named(status) : INTERNAL_ERROR,
                      sendable ? location : Optional.empty(),
                      HeaderModule.sent(edited),
                      internalLoop)));
        });
  }

  /** Hands a request to something that is not known. */
  State<V> handOver(State<V> state, String directive) {
    return state.answered(new Answer.Upstream<>(directive));
  }

  /** Says that an answer is not known. */
  static UndeterminedException unknown(String reason) {
    return new UndeterminedException(reason);
  }
}
