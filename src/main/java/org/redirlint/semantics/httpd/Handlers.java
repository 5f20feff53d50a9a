package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.KnownMethods;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.FileStatus;

/**
 * What answers a request that nothing has redirected: files, listings, other programs.
 *
 * @param <V> a value
 */
final class Handlers<V> {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  private final Domain<V> domain;
  private final Responses<V> responses;
  private final Files<V> files;
  private final Set<String> modules;

  Handlers(Domain<V> domain, Responses<V> responses, Files<V> files, Set<String> modules) {
    this.domain = domain;
    this.responses = responses;
    this.files = files;
    this.modules = modules;
  }

  private enum Verb {
    GET,
    POST,
    OPTIONS,
    OTHER,
    UNKNOWN;

    static Verb of(String method) {
      return switch (method) {
        case "GET", "HEAD" -> GET;
        case "POST" -> POST;
        case "OPTIONS" -> OPTIONS;
        default -> method.equals("TRACE") || KnownMethods.NAMES.contains(method) ? OTHER : UNKNOWN;
      };
    }
  }

  /** Answers a request. */
  List<State<V>> answer(State<V> state) {
    Optional<String> handler = state.resource().handler();
    if (handler.filter(RewriteModule.REDIRECT_HANDLER::equals).isPresent()) {
      V path =
          domain.transform(
              Paths.drop(RewriteModule.REDIRECT_SCHEME.length()),
              state.resource().filename().orElse(state.resource().uri()));
      V target =
          state
              .resource()
              .args()
              .map(args -> domain.concatenate(path, domain.concatenate(domain.literal("?"), args)))
              .orElse(path);
      return responses.redirect(state, target);
    }
    Optional<String> other =
        handler.or(() -> state.settings().core().handler()).filter(h -> !h.isEmpty());
    if (other.isPresent()) {
      return List.of(responses.handOver(state, other.get()));
    }
    List<Optional<String>> possible = new ArrayList<>(List.of(Optional.empty()));
    state.settings().core().handlers().values().forEach(h -> possible.add(Optional.of(h)));
    Classifier<Optional<String>> byName =
        Classifier.among(possible, name -> extensionHandler(state, name));
    return Branches.then(
        domain.classify(byName, state.resource().filename().orElse(state.resource().uri())),
        side ->
            state.resource().kind() == Resource.Kind.FILE && side.result().isPresent()
                ? List.of(responses.handOver(state, side.result().get()))
                : Branches.then(
                    domain.classify(Verb::of, state.resource().method()),
                    verb -> byMethod(state, verb.result())));
  }

  private Optional<String> extensionHandler(State<V> state, String filename) {
    String name = filename.substring(filename.lastIndexOf('/') + 1);
    String[] parts = name.toLowerCase(java.util.Locale.ROOT).split("\\.", -1);
    for (int i = parts.length - 1; i > 0; i--) {
      String handler = state.settings().core().handlers().get(parts[i]);
      if (handler != null) {
        return Optional.of(handler);
      }
    }
    return Optional.empty();
  }

  private List<State<V>> byMethod(State<V> state, Verb verb) {
    return switch (verb) {
      case UNKNOWN -> responses.die(state, NOT_IMPLEMENTED);
      case OTHER -> responses.die(state, NOT_ALLOWED);
      case OPTIONS -> sent(state);
      case GET, POST -> file(state, verb == Verb.GET);
    };
  }

  private List<State<V>> file(State<V> state, boolean get) {
    return switch (state.resource().kind()) {
      case DIRECTORY -> directory(state, get);
      case NONE -> missing(state);
      case FILE ->
          Branches.then(
              domain.classify(Tests.EMPTY, state.resource().pathInfo()),
              empty -> {
                boolean accepted = state.settings().core().acceptPathInfo().orElse(false);
                if (!empty.result() && !accepted) {
                  return responses.die(state, NOT_FOUND);
                }
                return readable(state);
              });
    };
  }

  private List<State<V>> missing(State<V> state) {
    if (state.settings().core().has(Option.MULTI_VIEWS) && modules.contains("negotiation")) {
      throw Responses.unknown("what MultiViews finds is not known");
    }
    return responses.die(state, NOT_FOUND);
  }

  private List<State<V>> directory(State<V> state, boolean get) {
    return Branches.then(
        domain.classify(Tests.EMPTY, state.resource().pathInfo()),
        empty -> {
          if (!get || !modules.contains("autoindex") || !empty.result()) {
            return responses.die(state, NOT_FOUND);
          }
          return DirectoryModule.isListed(state) ? sent(state) : responses.die(state, FORBIDDEN);
        });
  }

  private List<State<V>> readable(State<V> state) {
    V path = state.resource().filename().orElse(state.resource().uri());
    return Branches.then(
        files.find(state, path),
        found ->
            found.file() == FileStatus.UNREADABLE_FILE
                ? responses.die(found.state(), FORBIDDEN)
                : sent(found.state()));
  }

  /** The page of an error keeps the error's status. */
  private List<State<V>> sent(State<V> state) {
    int status = state.progress().status();
    return responses.send(state, status == OK ? OK : status, false);
  }
}
