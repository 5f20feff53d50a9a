package org.redirlint.lint.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redirlint.lint.glob.PathGlob;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.site.Knowledge;

/**
 * What is known of the site that some files configure.
 *
 * @param files the files that the server is given; all files of the project if there are none
 * @param knowledge what is known
 * @param backends the files of the servers behind it, by the addresses that requests are handed on
 *     to
 */
public record SiteSettings(
    List<PathGlob> files, Knowledge knowledge, Map<Address, List<PathGlob>> backends) {

  public SiteSettings {
    files = List.copyOf(files);
    backends = Map.copyOf(backends);
  }

  /** Returns the files of the server and of those behind it; none if all are meant. */
  public List<PathGlob> allFiles() {
    return files.isEmpty()
        ? List.of()
        : Stream.concat(files.stream(), backends.values().stream().flatMap(List::stream)).toList();
  }
}
