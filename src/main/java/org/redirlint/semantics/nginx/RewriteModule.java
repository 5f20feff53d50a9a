package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.http.Status;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.RewriteStep.Break;
import org.redirlint.model.nginx.RewriteStep.Computed;
import org.redirlint.model.nginx.RewriteStep.Flag;
import org.redirlint.model.nginx.RewriteStep.If;
import org.redirlint.model.nginx.RewriteStep.Return;
import org.redirlint.model.nginx.RewriteStep.Rewrite;
import org.redirlint.model.nginx.RewriteStep.Set;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * The directives of the rewrite module (ngx_http_rewrite_module.c, ngx_http_script.c).
 *
 * @param <V> a value
 */
final class RewriteModule<V> {

  private static final int INTERNAL_ERROR = 500;
  private static final int BAD_REQUEST = 400;

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Conditions<V> conditions;
  private final Responses<V> responses;

  RewriteModule(Domain<V> domain, Variables<V> variables, Files<V> files, Responses<V> responses) {
    this.domain = domain;
    this.variables = variables;
    this.conditions = new Conditions<>(domain, variables, files);
    this.responses = responses;
  }

  /**
   * A run through the directives.
   *
   * @param state the state so far
   * @param escapes whether captures are percent-encoded where they are copied: at first, and until
   *     a rewrite has been applied
   * @param status the status of a redirect under way; 0 for none
   * @param ended whether no further directive is run
   */
  record Run<V>(State<V> state, boolean escapes, int status, boolean ended) {

    Run<V> with(State<V> other) {
      return new Run<>(other, escapes, status, ended);
    }

    Run<V> end() {
      return new Run<>(state, escapes, status, true);
    }
  }

  /** Runs the directives of the scope and goes on to the next phase. */
  List<State<V>> run(State<V> state, Phase next) {
    List<RewriteStep> steps = state.scope().steps();
    if (steps.isEmpty()) {
      return List.of(state.at(next));
    }
    return Branches.then(
        run(new Run<>(state, true, 0, false), steps),
        run -> {
          if (run.state().phase() == Phase.ANSWERED) {
            return List.of(run.state());
          }
          return run.status() == 0
              ? List.of(run.state().at(next))
              : responses.finish(run.state(), run.status());
        });
  }

  private List<Run<V>> run(Run<V> start, List<RewriteStep> steps) {
    List<Run<V>> runs = List.of(start);
    for (RewriteStep step : steps) {
      runs = Branches.then(runs, run -> run.ended() ? List.of(run) : apply(run, step));
    }
    return runs;
  }

  private List<Run<V>> apply(Run<V> run, RewriteStep step) {
    if (step instanceof Rewrite rewrite) {
      return rewrite(run, rewrite);
    }
    if (step instanceof Return answer) {
      return answer(run, answer);
    }
    if (step instanceof If condition) {
      return branch(run, condition);
    }
    if (step instanceof Set set) {
      return set(run, set);
    }
    if (step instanceof Break end) {
      State<V> state = run.state();
      State<V> stays =
          state.flags().uriChanged() ? state.with(state.flags().rewritten(false)) : state;
      return List.of(run.with(stays.note(end.origin(), "break")).end());
    }
    return computed(run, (Computed) step);
  }

  private List<Run<V>> rewrite(Run<V> run, Rewrite rewrite) {
    State<V> state = run.state();
    return Branches.then(
        Captures.match(domain, state, rewrite.pattern(), state.target().uri()),
        matched -> {
          if (!matched.matches()) {
            return List.of(run.with(withoutCaptures(matched.state())));
          }
          State<V> inside =
              matched.state().with(matched.state().target().withUri(matched.subject()));
          return rewrite.status() == 0 ? inside(rewrite, inside) : redirect(rewrite, inside);
        });
  }

  private State<V> withoutCaptures(State<V> state) {
    return state.bindings().captures().isEmpty()
        ? state
        : state.with(state.bindings().withCaptures(List.of()));
  }

  private List<Run<V>> inside(Rewrite rewrite, State<V> state) {
    boolean breaks = rewrite.flag() == Flag.BREAK;
    State<V> changed = state.with(state.flags().rewritten(!breaks));
    List<Replacement<V>> replacements =
        List.of(new Replacement<>(changed, domain.literal(""), Optional.empty()));
    List<Template> pieces = rewrite.replacement();
    for (int i = 0; i < pieces.size(); i++) {
      Template piece = pieces.get(i);
      boolean arguments = i > 0;
      replacements = Branches.then(replacements, so -> next(so, piece, arguments));
    }
    return Branches.then(
        replacements,
        replaced -> {
          V args = arguments(replaced, rewrite);
          State<V> after =
              replaced
                  .state()
                  .with(replaced.state().target().withUri(replaced.uri()).withArgs(args))
                  .note(rewrite.origin(), "rewrite to " + shown(replaced.uri(), args));
          return Branches.then(
              domain.classify(Tests.EMPTY, replaced.uri()),
              side ->
                  side.result()
                      ? List.of(new Run<>(after, false, INTERNAL_ERROR, true))
                      : List.of(new Run<>(after, false, 0, rewrite.flag() != Flag.NONE)));
        });
  }

  /**
   * A replacement under way: each literal question mark begins the arguments anew, and the text
   * before it goes to the URI.
   */
  private record Replacement<V>(State<V> state, V uri, Optional<V> args) {}

  private List<Replacement<V>> next(Replacement<V> so, Template piece, boolean arguments) {
    return Branches.then(
        variables.evaluate(so.state(), piece, arguments),
        value -> {
          V before =
              so.args().isPresent() ? domain.concatenate(so.uri(), so.args().get()) : so.uri();
          return List.of(
              arguments
                  ? new Replacement<>(value.state(), before, Optional.of(value.value()))
                  : new Replacement<>(value.state(), value.value(), Optional.empty()));
        });
  }

  private V arguments(Replacement<V> replaced, Rewrite rewrite) {
    V old = replaced.state().target().args();
    if (replaced.args().isEmpty()) {
      return rewrite.keepsArguments() ? old : domain.literal("");
    }
    return rewrite.keepsArguments()
        ? joined(replaced.args().get(), "&", old)
        : replaced.args().get();
  }

  private List<Run<V>> redirect(Rewrite rewrite, State<V> state) {
    boolean breaks = rewrite.flag() == Flag.BREAK;
    State<V> changed = state.with(state.flags().rewritten(!breaks));
    Template replacement = rewrite.replacement().get(0);
    boolean hasArguments =
        replacement.parts().stream()
            .anyMatch(p -> p instanceof Template.Literal text && text.text().indexOf('?') >= 0);
    return Branches.then(
        variables.evaluate(changed, replacement, true),
        value -> {
          V url = domain.transform(Escapes.REDIRECT, value.value());
          V location =
              rewrite.keepsArguments()
                  ? joined(url, hasArguments ? "&" : "?", value.state().target().args())
                  : url;
          State<V> after =
              value
                  .state()
                  .withLocation(Optional.of(location))
                  .note(rewrite.origin(), "redirect to " + location);
          boolean ended = rewrite.flag() != Flag.NONE;
          return List.of(new Run<>(after, false, rewrite.status(), ended));
        });
  }

  /** Appends a second text behind a separator, if it is not empty. */
  private V joined(V first, String separator, V second) {
    V separated = domain.transform(Transducer.before(separator), second);
    return domain.concatenate(first, separated);
  }

  private String shown(V uri, V args) {
    String arguments = String.valueOf(args);
    return arguments.isEmpty() ? String.valueOf(uri) : uri + "?" + arguments;
  }

  private List<Run<V>> answer(Run<V> run, Return answer) {
    if (answer.status() >= BAD_REQUEST && answer.text().isEmpty()) {
      State<V> state = run.state().note(answer.origin(), "return " + answer.status());
      return List.of(new Run<>(state, run.escapes(), answer.status(), true));
    }
    State<V> responding = run.state().withStatus(answer.status());
    return Branches.then(
        variables.evaluate(responding, answer.text().orElse(Template.EMPTY)),
        value -> {
          if (Status.isRedirect(answer.status())) {
            State<V> state =
                value
                    .state()
                    .withLocation(Optional.of(value.value()))
                    .note(answer.origin(), "return " + answer.status() + " " + value.value());
            return List.of(new Run<>(state, run.escapes(), answer.status(), true));
          }
          State<V> state = value.state().note(answer.origin(), "return " + answer.status());
          List<Run<V>> ended = new ArrayList<>();
          for (State<V> sent : responses.send(state, answer.status())) {
            ended.add(new Run<>(sent, run.escapes(), answer.status(), true));
          }
          return ended;
        });
  }

  private List<Run<V>> branch(Run<V> run, If step) {
    return Branches.then(
        conditions.test(run.state(), step.condition(), run.escapes()),
        tested -> {
          if (!tested.holds()) {
            return List.of(run.with(tested.state()));
          }
          State<V> noted = tested.state().note(step.origin(), "if (" + step.condition() + ")");
          State<V> entered = step.scope().isPresent() ? noted.enter(step.scope().get()) : noted;
          return run(run.with(entered), step.steps());
        });
  }

  private List<Run<V>> set(Run<V> run, Set set) {
    return Branches.then(
        variables.evaluate(run.state(), set.value(), run.escapes()),
        value ->
            List.of(
                run.with(
                    holding(value, set.variable())
                        .note(
                            set.origin(),
                            "set $" + set.variable() + " \"" + value.value() + "\""))));
  }

  private List<Run<V>> computed(Run<V> run, Computed step) {
    String what = "what " + step.directive() + " makes of $" + step.variable();
    Valued<V> value = variables.unknown(run.state(), what);
    return List.of(
        run.with(
            holding(value, step.variable())
                .note(step.origin(), step.directive() + " $" + step.variable())));
  }

  private State<V> holding(Valued<V> value, String variable) {
    State<V> state = value.state();
    return variable.equals("args")
        ? state.with(state.target().withArgs(value.value()))
        : state.with(state.bindings().with(variable, value.value()));
  }
}
