package org.redirlint.semantics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redirlint.source.Origin;

/** The steps so far; adding one leaves the shorter trail as it was. */
public final class Trail {

  /** No steps. */
  public static final Trail EMPTY = new Trail(null, null);

  private final @Nullable Trail before;
  private final @Nullable Step last;

  private Trail(@Nullable Trail before, @Nullable Step last) {
    this.before = before;
    this.last = last;
  }

  /** Returns the trail with one more step. */
  public Trail with(Origin origin, String what) {
    return new Trail(this, new Step(origin, what));
  }

  /** Returns the steps, the first one first. */
  public List<Step> steps() {
    Deque<Step> steps = new ArrayDeque<>();
    for (Trail at = this; at != null && at.last != null; at = at.before) {
      steps.addFirst(at.last);
    }
    return List.copyOf(steps);
  }
}
