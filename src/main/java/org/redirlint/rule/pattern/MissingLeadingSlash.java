package org.redirlint.rule.pattern;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each pattern in a virtual host that leaves out the slash every path begins with. */
public final class MissingLeadingSlash implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return SlashPatterns.inServers(project);
  }
}
