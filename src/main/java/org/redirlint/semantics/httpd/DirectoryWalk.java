package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.redirlint.model.httpd.CoreSettings;
import org.redirlint.model.httpd.Htaccess;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.FileStatus;

/**
 * Finds a request's file, and what holds for it (ap_directory_walk, ap_file_walk).
 *
 * @param <V> a value
 */
final class DirectoryWalk<V> {

  private static final int PATH_MAX = 4096;
  private static final int FORBIDDEN = 403;
  private static final int INTERNAL_ERROR = 500;

  private final Domain<V> domain;
  private final Files<V> files;
  private final HttpdConfiguration configuration;

  /** How paths are walked down, by the room that is left for them. */
  private final List<Classifier<Walk>> walks;

  DirectoryWalk(Domain<V> domain, Files<V> files, HttpdConfiguration configuration) {
    this.domain = domain;
    this.files = files;
    this.configuration = configuration;
    this.walks =
        IntStream.of(1, 2, 3).mapToObj(used -> Walk.classifier(files, PATH_MAX - used)).toList();
  }

  /** Walks to the request's file and merges what is said on the way. */
  List<Outcome<V>> walk(State<V> state) {
    V filename =
        domain.transform(Paths.FILE, state.resource().filename().orElse(state.resource().uri()));
    return Branches.then(
        domain.classify(walks(state.resource()), filename),
        side ->
            side.result().unknown() < 0
                ? located(state, side.value(), side.result())
                : Branches.then(
                    supposed(state, side.value(), side.result()),
                    step -> located(step.state(), step.path(), step.walk())));
  }

  /** The merging of paths needs some room of its own (apr_filepath_merge). */
  private Classifier<Walk> walks(Resource<?> resource) {
    return walks.get(resource.prefix().map(prefix -> prefix.isEmpty() ? 2 : 1).orElse(0));
  }

  /** A walk on what is assumed. */
  private record Step<V>(State<V> state, V path, Walk walk) {}

  /** Where files are not known: all that they can be, as far as it makes a difference. */
  private List<Step<V>> supposed(State<V> state, V path, Walk walk) {
    Kept name = Kept.name(walk.unknown());
    return Branches.then(
        domain.classify(Tests.EMPTY, name.tail(domain, path)),
        single ->
            Branches.then(
                domain.classify(Tests.ENDS_WITH_SLASH, path),
                slash ->
                    domain.either(
                        suppose(state, slash.value(), walk, single.result(), slash.result()))));
  }

  private List<Step<V>> suppose(State<V> state, V path, Walk walk, boolean single, boolean slash) {
    Kept name = Kept.name(walk.unknown());
    V head = single ? path : name.head(domain, path);
    List<String> directories = walk.directories();
    List<Step<V>> steps = new ArrayList<>();
    Walk missingHead = new Walk(directories, Resource.Kind.NONE, name, false, -1);
    Walk fileHead = new Walk(directories, Resource.Kind.FILE, name, false, -1);
    Walk missing = new Walk(directories, Resource.Kind.NONE, Kept.ALL, false, -1);
    Walk file = new Walk(directories, Resource.Kind.FILE, Kept.ALL, false, -1);
    Walk directory = new Walk(directories, Resource.Kind.DIRECTORY, Kept.ALL, false, -1);
    add(
        steps,
        state,
        path,
        head,
        single ? missing : missingHead,
        FileStatus.MISSING,
        FileStatus.MISSING);
    add(
        steps,
        state,
        path,
        head,
        single ? file : fileHead,
        FileStatus.FILE,
        single ? FileStatus.FILE : FileStatus.NOT_A_DIRECTORY);
    add(steps, state, path, head, directory, FileStatus.DIRECTORY, FileStatus.DIRECTORY);
    if (!single && !slash) {
      add(steps, state, path, head, missing, FileStatus.DIRECTORY, FileStatus.MISSING);
      add(steps, state, path, head, file, FileStatus.DIRECTORY, FileStatus.FILE);
    }
    return steps;
  }

  private void add(
      List<Step<V>> steps,
      State<V> state,
      V path,
      V head,
      Walk walk,
      FileStatus atHead,
      FileStatus atEnd) {
    FileStatus knownHead = state.supposed().getOrDefault(head, atHead);
    FileStatus knownEnd = state.supposed().getOrDefault(path, atEnd);
    if (knownHead == atHead && knownEnd == atEnd) {
      steps.add(new Step<>(state.suppose(head, atHead).suppose(path, atEnd), path, walk));
    }
  }

  private List<Outcome<V>> located(State<V> state, V path, Walk walk) {
    V filename = walk.kept().head(domain, path);
    V pathInfo = walk.kept().tail(domain, path);
    State<V> found =
        state.with(
            state
                .resource()
                .withFilename(filename)
                .withPathInfo(domain.concatenate(pathInfo, state.resource().pathInfo()))
                .withKind(walk.kind()));
    Settings outside = found.host().settings();
    Settings own = Settings.NONE;
    int next = 0;
    List<Section> sections = found.host().directories();
    for (int depth = 0; depth < walk.directories().size(); depth++) {
      String directory = walk.directories().get(depth);
      for (; next < sections.size() && isAtMost(sections.get(next), depth); next++) {
        if (names(sections.get(next), directory, depth)) {
          own = own.merge(sections.get(next).settings());
        }
      }
      Settings settings = outside.merge(own);
      if (!override(settings).isEmpty()
          && files.isUnreadable(directory + found.host().options().accessFile())) {
        return Outcome.of(found.with(settings), FORBIDDEN);
      }
      Htaccess htaccess = configuration.htaccess().get(directory);
      if (htaccess != null && !override(settings).isEmpty()) {
        Optional<State<V>> refused = refused(found.with(settings), htaccess, override(settings));
        if (refused.isPresent()) {
          return Outcome.of(refused.get(), INTERNAL_ERROR);
        }
        own = own.merge(htaccess.settings());
      }
    }
    if (walk.refused()) {
      return Outcome.of(found.with(outside.merge(own)), FORBIDDEN);
    }
    String deepest = walk.directories().get(walk.directories().size() - 1);
    int rest = next;
    Settings walked = own;
    return Branches.then(
        SectionMatch.apart(
            found.with(outside), inside -> patterns(inside.with(walked), sections, rest, deepest)),
        this::files);
  }

  private static Set<CoreSettings.Overridable> override(Settings settings) {
    return settings.core().override().orElse(Set.of());
  }

  private static boolean isAtMost(Section section, int depth) {
    return section.pattern().isEmpty() && section.depth() <= depth;
  }

  private static boolean names(Section section, String directory, int depth) {
    if (section.depth() != depth) {
      return false;
    }
    return section.wildcard()
        ? Wildcards.file(directory, section.name(), true)
        : section.name().equals(directory);
  }

  private static <V> Optional<State<V>> refused(
      State<V> state, Htaccess file, Set<CoreSettings.Overridable> allowed) {
    if (file.refused().isPresent()) {
      return Optional.of(state.note(file.refused().get(), "httpd refuses this directive"));
    }
    for (Htaccess.Need need : file.needs()) {
      if (!allowed.contains(need.override())) {
        return Optional.of(
            state.note(need.origin(), need.directive() + " is not allowed here (AllowOverride)"));
      }
    }
    return Optional.empty();
  }

  private List<State<V>> patterns(
      State<V> state, List<Section> sections, int from, String directory) {
    V path = state.resource().filename().orElse(domain.literal(directory));
    List<State<V>> states = List.of(state);
    for (Section section : sections.subList(from, sections.size())) {
      if (section.pattern().isPresent()) {
        states = Branches.then(states, so -> SectionMatch.regex(domain, so, section, path));
      }
    }
    return states;
  }

  private List<Outcome<V>> files(State<V> state) {
    if (state.settings().files().isEmpty()) {
      return Outcome.of(state, Outcome.OK);
    }
    return Branches.then(
        Paths.name(domain, state.resource().filename().orElse(state.resource().uri())),
        name ->
            Branches.then(
                domain.classify(Tests.EMPTY, name),
                empty -> {
                  List<Section> sections = empty.result() ? List.of() : state.settings().files();
                  return Branches.then(
                      SectionMatch.apart(state, inside -> files(inside, sections, empty.value())),
                      so -> Outcome.of(so, Outcome.OK));
                }));
  }

  private List<State<V>> files(State<V> state, List<Section> sections, V name) {
    List<State<V>> states = List.of(state);
    for (Section section : sections) {
      states = Branches.then(states, so -> SectionMatch.file(domain, so, section, name));
    }
    return states;
  }
}
