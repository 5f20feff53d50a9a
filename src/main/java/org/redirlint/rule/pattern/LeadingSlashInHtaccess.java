package org.redirlint.rule.pattern;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each pattern in a folder that asks for the slash httpd takes off there. */
public final class LeadingSlashInHtaccess implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return SlashPatterns.inFolders(project);
  }
}
