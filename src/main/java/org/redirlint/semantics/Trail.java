package org.redirlint.semantics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redirlint.source.Origin;

/**
 * The steps so far; adding one leaves the shorter trail as it was. Nobody reads thousands of steps,
 * nor the whole of a path that grows with each: both are told in short.
 */
public final class Trail {

  /** No steps. */
  public static final Trail EMPTY = new Trail(null, null, 0);

  private static final int LONGEST = 1_000;

  /** How many steps are told from the beginning, and how many at the end. */
  private static final int TOLD = 100;

  private final @Nullable Trail before;
  private final @Nullable Step last;

  private final int size;

  private Trail(@Nullable Trail before, @Nullable Step last, int size) {
    this.before = before;
    this.last = last;
    this.size = size;
  }

  /** Returns the trail with one more step. */
  public Trail with(Origin origin, String what) {
    return with(new Step(origin, what));
  }

  /** Returns the trail with one more step. */
  public Trail with(Step step) {
    String what = step.what();
    String told = what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what;
    return new Trail(this, new Step(step.origin(), told, step.kind()), size + 1);
  }

  /** Tells whether the last step is one of a directive. */
  public boolean endsAt(Origin origin) {
    return last != null && last.origin().equals(origin);
  }

  /** Returns the steps, the first one first; of very many, those in the middle are counted. */
  public List<Step> steps() {
    Deque<Step> steps = new ArrayDeque<>();
    int untold = size - 2 * TOLD;
    for (Trail at = this; at != null && at.last != null; at = at.before) {
      if (untold <= 1 || at.size <= TOLD || at.size > size - TOLD) {
        steps.addFirst(at.last);
      } else if (at.size == size - TOLD) {
        steps.addFirst(new Step(at.last.origin(), "… " + untold + " more steps …"));
      }
    }
    return List.copyOf(steps);
  }
}
