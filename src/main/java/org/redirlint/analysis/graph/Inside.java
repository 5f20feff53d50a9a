package org.redirlint.analysis.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.regex.Language;
import org.redirlint.semantics.FileStatus;

/** Where the server leads requests by itself, before it answers them. */
final class Inside {

  /** More steps in a row than these are a failure to httpd (LimitInternalRecursion). */
  private static final int MOST_IN_A_ROW = 10;

  /** So many steps in a row are followed for the same requests; then, any may have come there. */
  private static final int MOST_FOLLOWED = 4;

  /** More requests than these are not followed on together. */
  private static final int MOST_TOGETHER = 16;

  /** More different requests than these are not looked at. */
  private static final int MOST = 1_000;

  private final Sources<Step> steps;
  private final List<Step> refusals;
  private final Language untaken;
  private final Suppositions suppositions;

  /** What any request becomes by each step, and which steps may follow then. */
  private final Map<Step, Distinct<Arrival>> made = new HashMap<>();

  private final Map<Step, Set<Step>> next = new HashMap<>();
  private final Optional<Step> endless;

  /**
   * Takes all steps of a site.
   *
   * @param untaken the paths of URLs that nothing redirects before mod_dir looks for an index
   * @throws TooManyException if there are too many ways through the server
   */
  Inside(List<Step> all, Language untaken, Suppositions suppositions) {
    this.untaken = untaken;
    this.refusals = all.stream().filter(step -> step.kind() == Step.Kind.REFUSE).toList();
    this.steps =
        Sources.of(
            all.stream()
                .filter(step -> !step.kind().isRedirect() && step.kind() != Step.Kind.REFUSE)
                .toList(),
            step -> step);
    this.suppositions = suppositions;
    this.endless = explore();
  }

  /** There are too many ways through the server. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyException() {
      super("there are too many ways through its rules");
    }
  }

  /** Returns a step that may be taken again and again; empty if every request is answered. */
  Optional<Step> endless() {
    return endless;
  }

  private Optional<Step> explore() {
    List<Arrival> last = List.of(Arrival.ANY);
    int count = 0;
    for (int i = 0; i < MOST_IN_A_ROW && !last.isEmpty(); i++) {
      Distinct<Arrival> after = new Distinct<>();
      for (Arrival arrival : last) {
        for (Arrival led : led(arrival)) {
          Step step = led.by().orElseThrow();
          arrival.by().ifPresent(by -> next.computeIfAbsent(by, key -> new HashSet<>()).add(step));
          if (made.computeIfAbsent(step, key -> new Distinct<>()).add(led)) {
            count++;
          }
          after.add(led);
        }
      }
      if (count > MOST || after.all().size() > MOST) {
        throw new TooManyException();
      }
      last = after.all();
    }
    return last.stream().findFirst().flatMap(Arrival::by);
  }

  private List<Arrival> led(Arrival arrival) {
    List<Arrival> after = new ArrayList<>();
    for (Step step : steps.near(List.of(arrival))) {
      boolean first = step.kind() == Step.Kind.INDEX && arrival.by().isEmpty();
      Arrival asked = first ? arrival.withUri(untaken) : arrival;
      if (mayFollow(asked, step)) {
        step.reaching(asked, suppositions)
            .filter(reaching -> !staysThere(reaching, step))
            .ifPresent(reaching -> after.add(reaching.after(step)));
      }
    }
    return after;
  }

  /** Returns what requests from a client may become inside the server, themselves first. */
  List<Arrival> from(Arrival client) {
    Distinct<Arrival> reached = new Distinct<>();
    reached.add(client);
    List<Arrival> last = List.of(client);
    for (int i = 0; i < MOST_FOLLOWED && last.size() <= MOST_TOGETHER; i++) {
      Distinct<Arrival> after = new Distinct<>();
      last.forEach(arrival -> after.addAll(led(arrival)));
      reached.addAll(after.all());
      last = after.all();
    }
    Deque<Step> open = new ArrayDeque<>();
    Set<Step> met = new HashSet<>();
    last.forEach(led -> open.addAll(next.getOrDefault(led.by().orElseThrow(), Set.of())));
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (met.add(step)) {
        made.getOrDefault(step, new Distinct<>())
            .all()
            .forEach(any -> reached.add(any.sentBy(client)));
        open.addAll(next.getOrDefault(step, Set.of()));
      }
    }
    return reached.all();
  }

  private boolean mayFollow(Arrival arrival, Step step) {
    return arrival.by().isEmpty()
        || switch (step.kind()) {
          // An error on the way to an error's document has none, unless a rule makes it.
          case DOCUMENT -> refusals.stream().anyMatch(rule -> rule.takes(arrival, suppositions));
          case REWRITE,
              REWRITE_RELATIVE,
              REWRITE_AND_END,
              REWRITE_IN_SERVER,
              REWRITE_URL_IN_SERVER ->
              arrival.by().get().kind() != Step.Kind.REWRITE_AND_END;
          case FALLBACK, INDEX -> !isFile(arrival);
          default -> true;
        };
  }

  private boolean isFile(Arrival arrival) {
    boolean file = arrival.status().filter(FileStatus.FILE::equals).isPresent();
    if (file) {
      arrival.place().named().ifPresent(suppositions::addFile);
    }
    return file;
  }

  /**
   * A rule with a relative path that leads to the file where the request is already is the last one
   * (hook_fixup). What begins or ends with a slash, or lies below something that is not there, is
   * not seen to be the same.
   */
  private boolean staysThere(Arrival arrival, Step step) {
    if (step.kind() != Step.Kind.REWRITE_RELATIVE) {
      return false;
    }
    Optional<String> path =
        arrival.place().paths().texts(1).flatMap(texts -> texts.stream().findFirst());
    return path.isPresent()
        && !path.get().endsWith("/")
        && step.from(arrival).place().paths().equals(arrival.place().paths())
        && (path.get().lastIndexOf('/') == 0 || isFile(arrival));
  }
}
