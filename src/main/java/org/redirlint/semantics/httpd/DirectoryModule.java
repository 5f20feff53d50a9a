package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.DirectoryContext;
import org.redirlint.model.httpd.DirectoryContext.Fallback;
import org.redirlint.model.httpd.DirectoryContext.IndexRedirect;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.httpd.Subrequests.Looked;

/**
 * mod_dir: the slash behind a directory, its index, shown or redirected to, and the fallback
 * (fixup_dir, fixup_dflt).
 *
 * @param <V> a value
 */
final class DirectoryModule<V> {

  private static final int MOVED_PERMANENTLY = 301;
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;

  private final Domain<V> domain;
  private final Self<V> self;
  private final Subrequests<V> subrequests;

  DirectoryModule(Domain<V> domain, Self<V> self, Subrequests<V> subrequests) {
    this.domain = domain;
    this.self = self;
    this.subrequests = subrequests;
  }

  /** Looks for what answers in a directory's place. */
  List<Outcome<V>> fixup(State<V> state) {
    return switch (state.resource().kind()) {
      case DIRECTORY -> directory(state);
      case NONE ->
          state.resource().handler().isEmpty()
              ? fallback(state)
              : Outcome.of(state, Outcome.DECLINED);
      case FILE -> Outcome.of(state, Outcome.DECLINED);
    };
  }

  private List<Outcome<V>> directory(State<V> state) {
    return Branches.then(
        domain.classify(Tests.EMPTY, state.resource().pathInfo()),
        empty ->
            empty.result()
                ? Branches.then(
                    domain.classify(Tests.ENDS_WITH_SLASH, state.resource().uri()),
                    slash -> slash.result() ? index(state) : addSlash(state))
                : Outcome.of(state, Outcome.DECLINED));
  }

  private List<Outcome<V>> addSlash(State<V> state) {
    if (!state.settings().directory().slash().orElse(true)) {
      return Outcome.of(state, Outcome.DECLINED);
    }
    V path = domain.transform(Escapes.PATH, state.resource().uri());
    V slashed = domain.concatenate(path, domain.literal("/"));
    V whole =
        state
            .resource()
            .args()
            .map(args -> domain.concatenate(slashed, domain.concatenate(domain.literal("?"), args)))
            .orElse(slashed);
    return Outcome.of(state.withLocation(Optional.of(self.url(state, whole))), MOVED_PERMANENTLY);
  }

  private List<Outcome<V>> index(State<V> state) {
    Optional<String> handler = state.resource().handler();
    boolean handled = !handler.or(() -> state.settings().core().handler()).orElse("").isEmpty();
    boolean checked = state.settings().directory().checkHandler().orElse(false);
    if (handler.filter(RewriteModule.REDIRECT_HANDLER::equals).isPresent()
        || (checked && handled)) {
      return Outcome.of(state, Outcome.DECLINED);
    }
    List<String> names =
        state.settings().directory().index().orElse(DirectoryContext.DEFAULT_INDEX);
    return index(state, names, 0, 0);
  }

  private List<Outcome<V>> index(State<V> state, List<String> names, int at, int failed) {
    if (at >= names.size()) {
      return Outcome.of(state, failed == 0 ? Outcome.DECLINED : failed);
    }
    boolean last = at == names.size() - 1;
    return Branches.then(
        subrequests.url(state, withArgs(state, names.get(at))),
        looked -> {
          int status = looked.status();
          if (status == Progress.OK && isFile(looked)) {
            return found(looked);
          }
          boolean passedOn = (status >= 300 && status < 400) || (status == UNAUTHORIZED && last);
          if (passedOn) {
            return Outcome.of(propagated(looked), status);
          }
          boolean error = status != NOT_FOUND && status != Progress.OK;
          return index(looked.back(), names, at + 1, error ? status : failed);
        });
  }

  /** The client is led to the URL-path as it was decoded, and without the query. */
  private List<Outcome<V>> found(Looked<V> looked) {
    State<V> back = looked.back();
    Optional<IndexRedirect> redirect = back.settings().directory().indexRedirect();
    if (redirect.isEmpty() || redirect.get().status().isEmpty()) {
      return Outcome.of(taken(looked), Outcome.OK);
    }
    V url = self.url(back, looked.sub().resource().uri());
    return Outcome.of(
        back.withLocation(Optional.of(url))
            .withTrail(looked.sub().trail())
            .note(redirect.get().origin(), "DirectoryIndexRedirect leads to " + url),
        redirect.get().status().getAsInt());
  }

  private V withArgs(State<V> state, String name) {
    V path = domain.literal(name);
    return state
        .resource()
        .args()
        .map(args -> domain.concatenate(path, domain.concatenate(domain.literal("?"), args)))
        .orElse(path);
  }

  private static <V> boolean isFile(Looked<V> looked) {
    return looked.sub().resource().kind() == Resource.Kind.FILE
        || looked.sub().answer().isPresent()
        || looked
            .sub()
            .resource()
            .handler()
            .filter(RewriteModule.PROXY_HANDLER::equals)
            .isPresent();
  }

  /**
   * Goes on with the subrequest in the request's place (ap_internal_fast_redirect). The
   * subrequest's variables stand before the request's.
   */
  private State<V> taken(Looked<V> looked) {
    State<V> sub = looked.sub();
    State<V> back = looked.back();
    Resource<V> resource = sub.resource().withMethod(back.resource().method());
    State<V> state =
        back.with(resource)
            .with(sub.settings())
            .withVariables(sub.variables().before(back.variables()))
            .withFields(sub.fields())
            .withTrail(sub.trail());
    return sub.answer().map(state::answered).orElse(state);
  }

  private State<V> propagated(Looked<V> looked) {
    return looked
        .back()
        .withLocation(looked.sub().location().or(() -> looked.back().location()))
        .withFields(looked.sub().fields())
        .withTrail(looked.sub().trail());
  }

  private List<Outcome<V>> fallback(State<V> state) {
    Optional<Fallback> fallback = state.settings().directory().fallback();
    if (fallback.flatMap(Fallback::resource).isEmpty()) {
      return Outcome.of(state, Outcome.DECLINED);
    }
    State<V> noted = state.note(fallback.get().origin(), "FallbackResource");
    return Branches.then(
        subrequests.url(noted, withArgs(state, fallback.get().resource().orElse("/"))),
        looked -> {
          int status = looked.status();
          if (status == Progress.OK && isFile(looked)) {
            return Outcome.of(taken(looked), Outcome.OK);
          }
          if (status >= 300 && status < 400) {
            return Outcome.of(propagated(looked), status);
          }
          boolean error = status != NOT_FOUND && status != Progress.OK;
          return Outcome.of(looked.back(), error ? status : Outcome.DECLINED);
        });
  }

  /** Tells whether a directory without an index is listed. */
  static <V> boolean isListed(State<V> state) {
    return state.settings().core().has(Option.INDEXES);
  }
}
