package org.redirlint.semantics.httpd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Trail;
import org.redirlint.source.Origin;

/**
 * A request on its way through httpd.
 *
 * @param exchange what does not change
 * @param phase where the request is
 * @param host the virtual host
 * @param settings what holds for the request now
 * @param resource what is asked for now
 * @param progress how far it has come
 * @param variables the environment variables
 * @param groups what the last regular expression of an expression captured
 * @param location the Location header so far
 * @param fields the other headers of the response so far, as far as they are followed
 * @param supposed what is assumed to be at a path whose file is not known
 * @param trail what has mattered so far
 * @param work what it has cost so far
 * @param answer the answer; present in the last phase only
 * @param <V> a value
 */
public record State<V>(
    Exchange<V> exchange,
    Phase phase,
    VirtualHost host,
    Settings settings,
    Resource<V> resource,
    Progress<V> progress,
    EnvironmentTable<V> variables,
    List<V> groups,
    Optional<V> location,
    List<ResponseField<V>> fields,
    Map<V, FileStatus> supposed,
    Trail trail,
    Work work,
    Optional<Answer<V>> answer) {

  /** Returns the state in which a request comes in. */
  static <V> State<V> first(Exchange<V> exchange, Resource<V> resource) {
    VirtualHost host = exchange.endpoint().first();
    return new State<>(
        exchange,
        Phase.FIND_HOST,
        host,
        host.settings(),
        resource,
        Progress.initial(),
        EnvironmentTable.of(Map.of()),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Trail.EMPTY,
        Work.NONE,
        Optional.empty());
  }

  State<V> with(Exchange<V> other) {
    Change<V> changed = new Change<>(this);
    changed.exchange = other;
    return changed.state();
  }

  State<V> at(Phase next) {
    Change<V> changed = new Change<>(this);
    changed.phase = next;
    return changed.state();
  }

  State<V> in(VirtualHost chosen) {
    Change<V> changed = new Change<>(this);
    changed.host = chosen;
    changed.settings = chosen.settings();
    return changed.state();
  }

  State<V> with(Settings merged) {
    Change<V> changed = new Change<>(this);
    changed.settings = merged;
    return changed.state();
  }

  State<V> with(Resource<V> other) {
    Change<V> changed = new Change<>(this);
    changed.resource = other;
    return changed.state();
  }

  State<V> with(Progress<V> other) {
    Change<V> changed = new Change<>(this);
    changed.progress = other;
    return changed.state();
  }

  /** Returns the document root: that of the virtual host, or the one its names make. */
  String documentRoot() {
    boolean aliased = resource.prefix().filter(prefix -> !prefix.isEmpty()).isPresent();
    return aliased ? host.documentRoot() : resource.root().orElse(host.documentRoot());
  }

  State<V> withStatus(int status) {
    return with(progress.withStatus(status));
  }

  State<V> withVariables(EnvironmentTable<V> other) {
    Change<V> changed = new Change<>(this);
    changed.variables = other;
    return changed.state();
  }

  State<V> withVariable(String name, V value) {
    return withVariables(variables.with(name, value));
  }

  State<V> withoutVariable(String name) {
    return withVariables(variables.without(name));
  }

  State<V> withGroups(List<V> other) {
    Change<V> changed = new Change<>(this);
    changed.groups = other;
    return changed.state();
  }

  State<V> withLocation(Optional<V> header) {
    Change<V> changed = new Change<>(this);
    changed.location = header;
    return changed.state();
  }

  State<V> withFields(List<ResponseField<V>> other) {
    Change<V> changed = new Change<>(this);
    changed.fields = List.copyOf(other);
    return changed.state();
  }

  State<V> suppose(V path, FileStatus file) {
    Map<V, FileStatus> more = new LinkedHashMap<>(supposed);
    more.put(path, file);
    return supposing(more);
  }

  State<V> supposing(Map<V, FileStatus> files) {
    Change<V> changed = new Change<>(this);
    changed.supposed = files;
    return changed.state();
  }

  State<V> note(Origin origin, String what) {
    Change<V> changed = new Change<>(this);
    changed.trail = trail.with(origin, what);
    return changed.state();
  }

  State<V> withTrail(Trail other) {
    Change<V> changed = new Change<>(this);
    changed.trail = other;
    return changed.state();
  }

  State<V> with(Work done) {
    Change<V> changed = new Change<>(this);
    changed.work = done;
    return changed.state();
  }

  State<V> answered(Answer<V> last) {
    Change<V> changed = new Change<>(this);
    changed.phase = Phase.ANSWERED;
    changed.answer = Optional.of(last);
    return changed.state();
  }

  /** A state in the making: all as in another one, but for what is set anew. */
  private static final class Change<V> {
    private Exchange<V> exchange;
    private Phase phase;
    private VirtualHost host;
    private Settings settings;
    private Resource<V> resource;
    private Progress<V> progress;
    private EnvironmentTable<V> variables;
    private List<V> groups;
    private Optional<V> location;
    private List<ResponseField<V>> fields;
    private Map<V, FileStatus> supposed;
    private Trail trail;
    private Work work;
    private Optional<Answer<V>> answer;

    Change(State<V> before) {
      this.exchange = before.exchange;
      this.phase = before.phase;
      this.host = before.host;
      this.settings = before.settings;
      this.resource = before.resource;
      this.progress = before.progress;
      this.variables = before.variables;
      this.groups = before.groups;
      this.location = before.location;
      this.fields = before.fields;
      this.supposed = before.supposed;
      this.trail = before.trail;
      this.work = before.work;
      this.answer = before.answer;
    }

    State<V> state() {
      return new State<>(
          exchange, phase, host, settings, resource, progress, variables, groups, location, fields,
          supposed, trail, work, answer);
    }
  }
}
