package org.redirlint.model.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.source.Origin;

/**
 * What holds in one context: a server, a location, an {@code if} in a location, a {@code
 * limit_except}.
 *
 * @param origin the block
 * @param settings what is inherited or set here
 * @param steps the directives of the rewrite module, in the order written; never inherited
 * @param tryFiles {@code try_files}; never inherited
 * @param handler who answers, if not the file system; inherited only by {@code if} and {@code
 *     limit_except}
 * @param limitExcept what holds for other methods
 * @param locations the locations inside
 */
public record Scope(
    Origin origin,
    Settings settings,
    List<RewriteStep> steps,
    Optional<TryFiles> tryFiles,
    Optional<Handler> handler,
    Optional<LimitExcept> limitExcept,
    Locations locations) {

  public Scope {
    steps = List.copyOf(steps);
  }

  /** Returns this scope and those of the ifs and locations inside, the outer ones first. */
  public Stream<Scope> all() {
    List<Scope> all = new ArrayList<>();
    collect(all);
    return all.stream();
  }

  private void collect(List<Scope> all) {
    all.add(this);
    for (RewriteStep step : steps) {
      if (step instanceof RewriteStep.If condition) {
        condition.scope().ifPresent(inside -> inside.collect(all));
      }
    }
    for (Location location : locations.all()) {
      location.scope().collect(all);
    }
  }

  /**
   * {@code limit_except}.
   *
   * @param allowed the methods that are not limited
   * @param scope what holds for every other method
   */
  public record LimitExcept(List<String> allowed, Scope scope) {
    public LimitExcept {
      allowed = List.copyOf(allowed);
    }
  }
}
