package org.redirlint.lint.settings;

import java.util.List;
import org.redirlint.lint.glob.PathGlob;
import org.redirlint.site.Knowledge;

/**
 * What is known of the site that some files configure.
 *
 * @param files the files that the server is given; all files of the project if there are none
 * @param knowledge what is known
 */
public record SiteSettings(List<PathGlob> files, Knowledge knowledge) {

  public SiteSettings {
    files = List.copyOf(files);
  }
}
