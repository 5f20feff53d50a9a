package org.redirlint.resolve.httpd;

import java.util.List;
import org.redirlint.diagnostic.Problem;
import org.redirlint.model.httpd.HttpdConfiguration;

/**
 * What httpd would load, and what it would refuse.
 *
 * @param configuration the configuration, without the parts httpd would refuse
 * @param problems why it would refuse them
 */
public record HttpdResult(HttpdConfiguration configuration, List<Problem> problems) {

  public HttpdResult {
    problems = List.copyOf(problems);
  }
}
