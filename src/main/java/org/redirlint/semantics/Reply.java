package org.redirlint.semantics;

import java.util.List;

/**
 * A server's answer to one request.
 *
 * @param answer the answer
 * @param steps what led to it
 */
public record Reply(Answer<String> answer, List<Step> steps) {
  public Reply {
    steps = List.copyOf(steps);
  }
}
