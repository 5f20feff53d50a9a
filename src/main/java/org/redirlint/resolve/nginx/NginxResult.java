package org.redirlint.resolve.nginx;

import java.util.List;
import org.redirlint.diagnostic.Problem;
import org.redirlint.model.nginx.NginxConfiguration;

/**
 * What nginx would load, and what it would refuse.
 *
 * @param configuration the configuration, without the parts nginx would refuse
 * @param problems why it would refuse them, in the words of {@code nginx -t}
 */
public record NginxResult(NginxConfiguration configuration, List<Problem> problems) {
  public NginxResult {
    problems = List.copyOf(problems);
  }
}
